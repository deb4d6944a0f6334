import { createServer } from 'node:net';
import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { githubServiceRef } from '../service/githubServiceRef';
import type { GithubService } from '../service/GithubService';
import { attributeRequests } from './attributeRequests';

jest.setTimeout(60_000);

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let github: GithubService;
let url: string;
let stop: () => Promise<void>;

/** Asks GitHub once the body of a request is there, and answers with its length. */
const asking = createBackendPlugin({
  pluginId: 'asking',
  register(registry) {
    registry.registerInit({
      deps: { router: coreServices.httpRouter, github: githubServiceRef },
      async init(deps) {
        github = deps.github;
        deps.router.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        deps.router.use(async (request, response) => {
          let length = 0;
          for await (const chunk of request) length += chunk.length;
          await fetch(`${sandbox.url}/api/v3/zen`);
          response.end(String(length));
        });
      },
    });
  },
});

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const port = await freePort();
  url = `http://127.0.0.1:${port}/api/asking/length`;
  const backend = createBackend();
  for (const feature of [
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: `http://127.0.0.1:${port}` },
        backend: {
          baseUrl: `http://127.0.0.1:${port}`,
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        integrations: {
          github: [
            {
              host: new URL(sandbox.url).host,
              apiBaseUrl: `${sandbox.url}/api/v3`,
            },
          ],
        },
      },
    }),
    mockServices.rootLogger.factory({ level: 'none' }),
    mockServices.auth.factory(),
    rootHttpRouterServiceFactory({
      configure({ app, applyDefaults }) {
        app.use(attributeRequests());
        applyDefaults();
      },
    }),
    asking,
  ]) {
    backend.add(feature);
  }
  await backend.start();
  stop = () => backend.stop();
});
afterAll(async () => {
  await stop?.();
  await sandbox?.stop();
});

it.each([
  ['a person', mockCredentials.user.token(), 'user:default/mock'],
  ['a service', mockCredentials.service.token(), undefined],
  ['nobody', undefined, undefined],
])(
  'attributes what a plugin asks while it answers %s',
  async (_, token, person) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: token ? { authorization: `Bearer ${token}` } : {},
      body: 'a'.repeat(100_000),
    });
    expect(await response.text()).toBe('100000');
    const [entry] = github.trace.list();
    expect(entry).toMatchObject({
      plugin: 'asking',
      path: '/api/v3/zen',
      status: 200,
    });
    expect(entry.person).toBe(person);
  },
);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise(done => probe.close(done));
  return port;
}
