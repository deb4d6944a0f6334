import {
  coreServices,
  createBackendPlugin,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import type { RootGithubService } from '../service/GithubService';
import {
  rootGithubServiceFactory,
  rootGithubServiceRef,
} from '../service/rootGithubServiceRef';
import { githubUrlReaderFactory } from './githubUrlReaderFactory';

jest.setTimeout(60_000);

const PLUGINS = ['catalog', 'scaffolder', 'search', 'techdocs'];
const MINTING = 'POST /app/installations/{installation_id}/access_tokens';

let github: RootGithubService;
let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(() => sandbox.stop());

const host = () => new URL(sandbox.url).host;
const app = () => ({
  appId: sandbox.app.id,
  privateKey: sandbox.privateKey,
  clientId: sandbox.app.clientId,
  clientSecret: 'portal-secret',
});
const integration = () => ({
  host: host(),
  apiBaseUrl: `${sandbox.url}/api/v3`,
  apps: [app()],
});
const FILE = () => `${sandbox.url}/acme/vault/blob/main/README.md`;

/** The readers of plugins in a backend that has nothing of ours but this. */
async function readersIn(data: JsonObject): Promise<UrlReaderService[]> {
  const readers: UrlReaderService[] = [];
  const plugins = PLUGINS.map(pluginId =>
    createBackendPlugin({
      pluginId,
      register(registry) {
        registry.registerInit({
          deps: {
            reader: coreServices.urlReader,
            root: rootGithubServiceRef,
          },
          async init({ reader, root }) {
            github = root;
            readers.push(reader);
          },
        });
      },
    }),
  );
  const backend = await startTestBackend({
    features: [
      rootGithubServiceFactory,
      githubUrlReaderFactory,
      mockServices.rootConfig.factory({ data }),
      // The one of tests reads nothing.
      urlReaderServiceFactory,
      ...plugins,
    ],
  });
  stops.push(() => backend.stop());
  return readers;
}

async function textFrom(reader: UrlReaderService, url: string) {
  return String(await (await reader.readUrl(url)).buffer());
}

it('reads for all plugins with one token', async () => {
  const readers = await readersIn({
    integrations: { github: [integration()] },
  });
  sandbox.sandbox.requests.clear();
  const texts = await Promise.all(
    readers.map(reader => textFrom(reader, FILE())),
  );
  expect(texts).toEqual(PLUGINS.map(() => '# Shop\n'));
  const routes = sandbox.sandbox.requests.all().map(({ route }) => route);
  expect(routes.filter(route => route === MINTING)).toHaveLength(1);
});

it('reads trees and searches, and what they leave for later', async () => {
  const [reader] = await readersIn({
    integrations: { github: [integration()] },
  });
  const tree = await reader.readTree(`${sandbox.url}/acme/vault/tree/main`);
  const files = await tree.files();
  expect(files.map(({ path }) => path).sort()).toEqual([
    'README.md',
    'src/index.ts',
  ]);
  const found = await reader.search(`${sandbox.url}/acme/vault/blob/main/*.md`);
  expect(String(await found.files[0].content())).toBe('# Shop\n');
});

it('attributes what is read to the plugin, also what is read later', async () => {
  const readers = await readersIn({
    integrations: { github: [integration()] },
  });
  for (const [index, reader] of readers.entries()) {
    const { files } = await reader.search(
      `${sandbox.url}/acme/vault/blob/main/*.md`,
    );
    const [latest] = github.trace.list();
    await files[0].content();
    const asked = github.trace.list({ afterId: latest.id });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      path: expect.stringContaining('/git/blobs/'),
      plugin: PLUGINS[index],
      credentialKind: 'app',
    });
  }
  expect(new Set(github.trace.list().map(({ plugin }) => plugin))).toEqual(
    new Set(PLUGINS),
  );
});

it('reads from a host that is in connections alone', async () => {
  const [reader] = await readersIn({
    connections: [
      {
        type: 'github',
        host: host(),
        apiBaseUrl: `${sandbox.url}/api/v3`,
        auth: [{ method: 'app', ...app() }],
      },
    ],
  });
  await expect(textFrom(reader, FILE())).resolves.toBe('# Shop\n');
});

it('leaves other hosts to stock', async () => {
  const [reader] = await readersIn({
    integrations: { github: [integration()] },
  });
  await expect(reader.readUrl('https://elsewhere.test/file')).rejects.toThrow(
    "Reading from 'https://elsewhere.test/file' is not allowed",
  );
});
