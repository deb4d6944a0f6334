import type { Context, Hono } from 'hono';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { decodePath } from '../../repositories/web/decodePath';
import { findReadable } from '../../repositories/web/findReadable';
import { restOfPath } from '../../repositories/web/restOfPath';
import { latestRelease } from '../latestRelease';
import { serveAsset } from './serveAsset';

/** The links of the web to files of releases: `/{owner}/{repo}/releases/download/{tag}/{name}`, and those to the latest release. */
export function mountDownloads(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  app.get('/:owner/:repo/releases/download/:rest{.+}', context => {
    const rest = decodePath(restOfPath({ context, skip: 4 }));
    // Names of tags may have slashes, those of files have none.
    const end = rest.lastIndexOf('/');
    return serve({
      sandbox,
      context,
      tagName: rest.slice(0, Math.max(0, end)),
      name: rest.slice(end + 1),
    });
  });
  app.get('/:owner/:repo/releases/latest/download/:name', context =>
    serve({ sandbox, context, name: context.req.param('name') }),
  );
}

async function serve(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  /** Left out: the latest release. */
  tagName?: string;
  name: string;
}): Promise<Response> {
  const { sandbox, context, tagName, name } = options;
  context.get('entry').route = 'release asset';
  const readable = await findReadable({
    sandbox,
    context,
    subject: ({ id }) => `asset ${id}`,
  });
  const release =
    readable &&
    (tagName === undefined
      ? latestRelease({ sandbox, repository: readable.repository })
      : sandbox.state.releases
          .by('repository', readable.repository.id)
          .find(one => !one.draft && one.tagName === tagName));
  const asset = release?.assets.find(one => one.name === name);
  if (!asset) return context.text('Not Found', 404);
  const { body, headers } = serveAsset({ asset });
  return new Response(new Uint8Array(body), { headers });
}
