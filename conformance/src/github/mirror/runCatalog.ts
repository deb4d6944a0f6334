// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import type { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { startServer, type ServerKind } from '../../servers/startServer';
import { mirrorConfig } from './mirrorConfig';
import { type CatalogContent, readCatalog } from './readCatalog';

/** Starts a Backstage on an empty database, and says what its catalog has once it has read GitHub, and which requests that took. */
export async function runCatalog(options: {
  kind: ServerKind;
  sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
}): Promise<CatalogContent & { requests: string[] }> {
  const { kind, sandbox } = options;
  const before = sandbox.sandbox.requests.all().length;
  const server = await startServer({
    kind,
    config: mirrorConfig({
      url: sandbox.url,
      app: { id: sandbox.app.id, privateKey: sandbox.privateKey },
    }),
  });
  try {
    const content = await readCatalog(server);
    const requests = sandbox.sandbox.requests
      .all()
      .slice(before)
      .map(({ route, path, method }) => `${route ?? `${method} ${path}`}`);
    return { ...content, requests };
  } finally {
    await server.stop();
  }
}
