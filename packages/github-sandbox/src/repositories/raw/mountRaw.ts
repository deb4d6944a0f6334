import type { Context, Hono } from 'hono';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { findReadable } from '../web/findReadable';
import { decodePath } from '../web/decodePath';
import { openGit } from '../openGit';
import { restOfPath } from '../web/restOfPath';
import { splitRefAndPath } from '../web/splitRefAndPath';
import { rawContentType } from './rawContentType';
import { rawSubject } from './rawSubject';

/** Files as they are: `/raw/{owner}/{repo}/{ref}/{path}` as raw.githubusercontent.com, and the links of the web, which lead there. */
export function mountRaw(options: { app: Hono<Env>; sandbox: Sandbox }): void {
  const { app, sandbox } = options;
  app.get('/raw/:owner/:repo/:rest{.+}', context =>
    serveRaw({ sandbox, context }),
  );
  app.get('/:owner/:repo/raw/:rest{.+}', context => {
    const { owner, repo } = context.req.param();
    const rest = restOfPath({ context, skip: 3 });
    const { search } = new URL(context.req.url);
    return context.redirect(
      `${sandbox.baseUrl}/raw/${owner}/${repo}/${rest}${search}`,
    );
  });
}

async function serveRaw(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}): Promise<Response> {
  const { sandbox, context } = options;
  context.get('entry').route = 'GET /raw/{owner}/{repo}/{ref}/{path}';
  const missing = () =>
    context.text('404: Not Found', 404, { 'access-control-allow-origin': '*' });
  const refAndPath = decodePath(restOfPath({ context, skip: 3 }));
  const readable = await findReadable({
    sandbox,
    context,
    subject: repository => rawSubject({ repository, refAndPath }),
  });
  if (!readable) return missing();
  const git = await openGit({ sandbox, repository: readable.repository });
  const place = await splitRefAndPath({ git, refAndPath });
  const entry = place && (await git.entryAt(place));
  if (entry?.type !== 'blob') return missing();

  const data = (await git.readBlob({ sha: entry.sha }))!;
  const tag = `"${entry.sha}"`;
  const headers = {
    'content-type': rawContentType({ path: place!.path, data }),
    etag: tag,
    'cache-control': 'max-age=300',
    'access-control-allow-origin': '*',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'deny',
  };
  const known = (context.req.header('if-none-match') ?? '')
    .split(',')
    .map(text => text.trim().replace(/^W\//, ''));
  return known.includes(tag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(data), { headers });
}
