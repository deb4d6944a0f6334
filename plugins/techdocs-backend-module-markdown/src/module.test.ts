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

describe('techdocsModuleMarkdown', () => {
  const folder = createMockDirectory();

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
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'widget',
        uid: `uid-${Math.random()}`,
        annotations: {
          'backstage.io/techdocs-ref': 'dir:.',
          'backstage.io/managed-by-location': location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
        },
      },
    };
    return startTestBackend({
      features: [
        techdocsBackend,
        techdocsModuleMarkdown,
        catalogServiceMock.factory({ entities: [entity] }),
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

  it('refuses an engine that does not exist', async () => {
    await expect(start({ engine: 'pandoc' })).rejects.toThrow(
      /techdocs\.generator\.engine is 'pandoc'/,
    );
  });
});
