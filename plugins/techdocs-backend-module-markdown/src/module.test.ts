import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsBackend from '@backstage/plugin-techdocs-backend';
import techdocsModuleMarkdown from './index';

// Jest cannot run a dynamic import from CommonJS.
jest.mock('./site/loadBuilder', () => ({
  loadBuilder: async () => jest.requireActual('./site/buildSite'),
}));

// Backends start here, and build docs after their pause.
jest.setTimeout(60_000);

describe('techdocsModuleMarkdown', () => {
  const folder = createMockDirectory();

  const events = mockServices.events.mock();

  const start = (generator: object) => {
    folder.setContent({
      published: {},
      repo: {
        'catalog-info.yaml': '',
        'mkdocs.yml': 'site_name: Widget docs\n',
        docs: { 'index.md': '# Widget\n\nHello <script>x</script>reader.\n' },
      },
    });
    const location = `file:${folder.resolve('repo/catalog-info.yaml')}`;
    const component = (name: string, docs: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        uid: `uid-${Math.random()}`,
        annotations: {
          'backstage.io/techdocs-ref': docs,
          'backstage.io/managed-by-location': location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
        },
      },
    });
    return startTestBackend({
      features: [
        techdocsBackend,
        techdocsModuleMarkdown,
        events.factory,
        catalogServiceMock.factory({
          entities: [
            component('broken', 'dir:./missing'),
            component('widget', 'dir:.'),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            techdocs: {
              builder: 'local',
              generator,
              publisher: {
                type: 'local',
                local: { publishDirectory: folder.resolve('published') },
              },
            },
          },
        }),
      ],
    });
  };

  it('builds the docs that stock TechDocs asks for and serves', async () => {
    const { server } = await start({});
    const get = (path: string, accept = '*/*') =>
      fetch(`http://127.0.0.1:${server.port()}/api/techdocs${path}`, {
        headers: { authorization: mockCredentials.user.header(), accept },
      });
    const sync = await get(
      '/sync/default/component/widget',
      'text/event-stream',
    );
    const log = await sync.text();
    expect(log).toContain('Built 1 pages');
    expect(log).toContain('{"updated":true}');
    // The log of a build is shown to its author: it names what was dropped.
    expect(log).toContain('index.md: dropped HTML that is not safe');

    const base = '/static/docs/default/component/widget';
    const page = await get(`${base}/index.html`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<p>Hello reader.</p>');

    const metadata = await get('/metadata/techdocs/default/component/widget');
    expect(await metadata.json()).toMatchObject({ site_name: 'Widget docs' });

    const index = await get(`${base}/search/search_index.json`);
    expect((await index.json()).docs[0]).toMatchObject({
      title: 'Widget',
      location: '',
    });
  });

  describe('prebuild', () => {
    const getPage = async (generator: object, seconds: number) => {
      const { server } = await start(generator);
      let status = 0;
      for (let i = 0; i < seconds * 5 && status !== 200; i += 1) {
        await new Promise(resolve => setTimeout(resolve, 200));
        const response = await fetch(
          `http://127.0.0.1:${server.port()}/api/techdocs/static/docs/default/component/widget/index.html`,
          { headers: { authorization: mockCredentials.user.header() } },
        );
        status = response.status;
      }
      return status;
    };

    it('builds docs that nobody has visited, and announces them', async () => {
      events.publish.mockClear();
      // The entity whose docs cannot be built comes first.
      expect(await getPage({ prebuild: true }, 20)).toBe(200);
      await new Promise(resolve => setTimeout(resolve, 500));
      expect(events.publish.mock.calls).toEqual([
        [
          {
            topic: 'callboard.techdocs.site-built',
            eventPayload: { entityRef: 'component:default/widget' },
          },
        ],
      ]);
    });

    it('is off unless it is asked for', async () => {
      expect(await getPage({}, 4)).toBe(404);
    });
  });

  it('refuses an engine that does not exist', async () => {
    await expect(start({ engine: 'pandoc' })).rejects.toThrow(
      /techdocs\.generator\.engine is 'pandoc'/,
    );
  });
});
