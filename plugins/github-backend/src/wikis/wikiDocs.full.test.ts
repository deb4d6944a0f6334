import {
  type BackendFeature,
  coreServices,
  createBackendFeatureLoader,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import techdocsBackend from '@backstage/plugin-techdocs-backend';
import {
  githubServiceRef,
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';
import techdocsModuleMarkdown from '@callboard/plugin-techdocs-backend-module-markdown';
import { readGithubSettings } from '../config/readGithubSettings';
import { openSqlite } from '../sync/__testUtils__/openMirror';
import {
  startWikis as startSandbox,
  type Wikis,
} from './__testUtils__/startWikis';
import { openWikiBook } from './known/openWikiBook';
import { githubWikiReaderFactory } from './reader/githubWikiReaderFactory';
import { startWikis } from './startWikis';

// Jest cannot run a dynamic import from CommonJS.
jest.mock(
  '@callboard/plugin-techdocs-backend-module-markdown/src/site/loadBuilder',
  () => ({
    loadBuilder: async () =>
      jest.requireActual(
        '@callboard/plugin-techdocs-backend-module-markdown/src/site/buildSite',
      ),
  }),
);

jest.setTimeout(60_000);

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 10]);
const DOCS = '/static/docs/default/component/shop';

const folder = createMockDirectory();
let sandbox: Wikis;
beforeAll(async () => {
  sandbox = await startSandbox({ hasToken: false });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => sandbox.stop());

/** A portal with TechDocs, whose component `shop` has its wiki for docs. */
async function openPortal() {
  const { host } = sandbox;
  const knex = await openSqlite();
  const due: (() => void)[] = [];
  let late = 0;
  const opened = {} as { wikis: Awaited<ReturnType<typeof startWikis>> };
  const events = mockServices.events.mock();
  const plugin = createBackendPlugin({
    pluginId: 'github',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          discovery: coreServices.discovery,
          events: eventsServiceRef,
          github: githubServiceRef,
          httpAuth: coreServices.httpAuth,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          scheduler: coreServices.scheduler,
        },
        async init(services) {
          const now = () => new Date(Date.now() + late);
          opened.wikis = await startWikis({
            ...services,
            ...{ knex, now },
            scheduler: mockServices.scheduler.mock(),
            settings: readGithubSettings({ config: services.config }),
            book: await openWikiBook({ knex, now }),
            mirror: { hint: async () => {}, organisations: async () => [] },
            repositories: sandbox.repositories,
            view: {
              repositoryAt: async () => undefined,
              repositoriesOf: async () => [],
              isMirrored: async () => false,
              filesAt: async () => ({ state: 'unknown' }),
            },
            timers: {
              after({ run }) {
                due.push(run);
                return () => {};
              },
            },
          });
        },
      });
    },
  });
  const features: BackendFeature[] = [
    rootGithubServiceFactory,
    githubUrlReaderFactory,
    // As in `githubFeatures`, after the reader of repositories.
    createBackendFeatureLoader({ loader: () => [githubWikiReaderFactory] }),
    // The one of tests reads nothing.
    urlReaderServiceFactory,
    techdocsBackend,
    techdocsModuleMarkdown,
    plugin,
    events.factory,
    catalogServiceMock.factory({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'shop',
            namespace: 'default',
            uid: `uid-${Math.random()}`,
            annotations: {
              'backstage.io/techdocs-ref': `url:${sandbox.sandbox.url}/acme/shop/wiki`,
            },
          },
        },
      ],
    }),
    mockServices.rootConfig.factory({
      data: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `${sandbox.sandbox.url}/api/v3`,
              apps: [
                {
                  appId: sandbox.sandbox.app.id,
                  clientId: 'Iv1.portal',
                  clientSecret: 'portal-secret',
                  privateKey: sandbox.sandbox.privateKey,
                },
              ],
            },
          ],
        },
        techdocs: {
          builder: 'local',
          publisher: {
            type: 'local',
            local: { publishDirectory: folder.resolve('published') },
          },
        },
      },
    }),
  ];
  const backend = await startTestBackend({ features });
  const { server } = backend;
  const get = async (path: string, accept = '*/*') =>
    fetch(`http://127.0.0.1:${server.port()}/api/techdocs${path}`, {
      headers: { authorization: mockCredentials.user.header(), accept },
    });
  return {
    ...{ ...opened, due, events, get },
    advance(ms: number) {
      late += ms;
    },
    /** As when a person opens the docs. */
    async visit() {
      const answer = await get(
        '/sync/default/component/shop',
        'text/event-stream',
      );
      return answer.text();
    },
    async text(path: string) {
      const answer = await get(`${DOCS}/${path}`);
      return answer.ok ? answer.text() : String(answer.status);
    },
    async stop() {
      opened.wikis.stop();
      await backend.stop();
      await knex.destroy();
    },
  };
}

// Tip 3 of seed 002 copies wikis into repositories every hour for this.
it('shows a wiki as docs, and what is edited there without anybody asking', async () => {
  folder.setContent({ published: {} });
  const { shop } = sandbox.sandbox;
  await sandbox.write(shop, {
    'Home.md': 'Welcome. ![logo](images/a%20b.png) [[Über uns]]',
    'Über-uns.md': '# Über uns\n\nBack to [[Home]].',
    'images/a b.png': PNG,
    '_Sidebar.md': '* [[Wer wir sind|Über uns]]',
  });
  const portal = await openPortal();
  expect(await portal.visit()).toContain('{"updated":true}');

  const home = await portal.text('index.html');
  expect(home).toContain('Welcome.');
  expect(home).toContain('src="images/a%20b.png"');
  expect(home).toContain('href="%C3%9Cber-uns/"');
  expect(home).toContain('Wer wir sind');
  const page = await portal.text(
    `${encodeURIComponent('Über-uns')}/index.html`,
  );
  expect(page).toContain('Über uns');
  expect(page).toContain('href="../"');
  const image = await portal.get(`${DOCS}/images/a%20b.png`);
  expect(Buffer.from(await image.arrayBuffer())).toEqual(PNG);

  // The webhook tells of the edit. TechDocs has looked a moment ago, so it is asked again when it looks again.
  await sandbox.write(shop, { 'Home.md': 'Edited.' });
  await portal.wikis.onWikiEvent({
    host: sandbox.host,
    owner: 'acme',
    name: 'shop',
  });
  while (portal.due.length === 0) await new Promise(setImmediate);
  const later = Date.now() + 61_000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  portal.due[0]();
  while (portal.events.publish.mock.calls.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  expect(await portal.text('index.html')).toContain('Edited.');
  expect(portal.events.publish).toHaveBeenCalledWith({
    topic: 'callboard.techdocs.site-built',
    eventPayload: { entityRef: 'component:default/shop' },
  });

  // Where no webhook arrives, the hourly look finds it.
  await sandbox.write(shop, { 'Home.md': 'Once more.' });
  await portal.wikis.tick();
  expect(await portal.text('index.html')).not.toContain('Once more.');
  portal.advance(60 * 60_000);
  jest.spyOn(Date, 'now').mockReturnValue(later + 61_000);
  await portal.wikis.tick();
  expect(await portal.text('index.html')).toContain('Once more.');
  await portal.stop();
});
