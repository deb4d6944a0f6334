import type { Context, Hono } from 'hono';
import { Readable } from 'node:stream';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { decodePath } from '../web/decodePath';
import { findReadable } from '../web/findReadable';
import { openGit } from '../openGit';
import { restOfPath } from '../web/restOfPath';
import { archiveSubject } from './archiveSubject';

const TYPES = {
  'tar.gz': 'application/x-gzip',
  zip: 'application/zip',
};

/** The archives themselves, as codeload.github.com has them, and the links of the web: `/{owner}/{repo}/archive/{ref}.zip`. */
export function mountArchives(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  app.get('/_codeload/:owner/:repo/:kind/:ref{.+}', context =>
    serveArchive({ sandbox, context }),
  );
  app.get('/:owner/:repo/archive/:file{.+\\.(?:tar\\.gz|zip)}', context => {
    const { owner, repo } = context.req.param();
    const file = restOfPath({ context, skip: 3 });
    const [, ref, kind] = /^(.+)\.(tar\.gz|zip)$/.exec(file)!;
    return context.redirect(
      `${sandbox.baseUrl}/_codeload/${owner}/${repo}/${kind}/${ref}`,
    );
  });
}

async function serveArchive(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}): Promise<Response> {
  const { sandbox, context } = options;
  const { kind } = context.req.param();
  context.get('entry').route = 'archive';
  const ref = decodePath(restOfPath({ context, skip: 4 }));
  const readable = await findReadable({
    sandbox,
    context,
    subject: repository => archiveSubject({ repository, ref }),
  });
  const format = kind.endsWith('zip') ? 'zip' : 'tar.gz';
  if (!readable) return context.text('404: Not Found', 404);
  const { repository, owner } = readable;
  const git = await openGit({ sandbox, repository });
  const found = await git.resolve({ expression: ref, type: 'commit' });
  if (!found) return context.text('404: Not Found', 404);

  // The API's archives are named after the commit, those of the web after the ref.
  const name = kind.startsWith('legacy.')
    ? `${owner.login}-${repository.name}-${found.sha.slice(0, 7)}`
    : `${repository.name}-${ref
        .replace(/^refs\/(heads|tags)\//, '')
        .replace(/^v(?=\d)/, '')
        .replace(/\//g, '-')}`;
  const tag = `"${found.sha}-${format}"`;
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename=${name}.${format}`,
    etag: tag,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  };
  if (context.req.header('if-none-match') === tag) {
    return new Response(null, { status: 304, headers });
  }
  const archive = git.archive({ ref: found.sha, format, prefix: `${name}/` });
  return new Response(Readable.toWeb(archive) as ReadableStream, { headers });
}
