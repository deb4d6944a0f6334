import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsBackend from '@backstage/plugin-techdocs-backend';
import techdocsModuleMarkdown from '../index';

// Jest cannot run a dynamic import from CommonJS.
jest.mock('../site/loadBuilder', () => ({
  loadBuilder: async () => jest.requireActual('../site/buildSite'),
}));

jest.setTimeout(60_000);

describe('a build of docs in stock TechDocs', () => {
  const folder = createMockDirectory();
  let uid = 0;

  async function start() {
    uid += 1;
    const location = `file:${folder.resolve('repo/catalog-info.yaml')}`;
    const backend = await startTestBackend({
      features: [
        techdocsBackend,
        techdocsModuleMarkdown,
        mockServices.events.mock().factory,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'widget',
                namespace: 'default',
                // TechDocs looks at most once a minute for what has the same.
                uid: `single-flight-${uid}`,
                annotations: {
                  'backstage.io/techdocs-ref': 'dir:.',
                  'backstage.io/managed-by-location': location,
                  [ANNOTATION_ORIGIN_LOCATION]: location,
                },
              },
            },
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            techdocs: {
              builder: 'local',
              publisher: {
                type: 'local',
                local: { publishDirectory: folder.resolve('published') },
              },
            },
          },
        }),
      ],
    });
    const get = (path: string) =>
      fetch(`http://127.0.0.1:${backend.server.port()}/api/techdocs${path}`, {
        headers: {
          authorization: mockCredentials.user.header(),
          connection: 'close',
        },
      });
    const sync = async () =>
      (await get('/sync/default/component/widget')).text();
    const statusOf = async (page: string) =>
      (await get(`/static/docs/default/component/widget/${page}`)).status;
    return { sync, statusOf, stop: () => backend.stop() };
  }

  const repo = (docs: Record<string, string>, config = 'site_name: W\n') =>
    folder.addContent({
      repo: { 'catalog-info.yaml': '', 'mkdocs.yml': config, docs },
    });

  beforeEach(() => folder.setContent({ published: {} }));

  it('runs once for all who ask meanwhile, and they read along', async () => {
    repo({ 'index.md': '# Widget\n' });
    const { sync, stop } = await start();
    const answers = await Promise.all([sync(), sync(), sync(), sync()]);
    const built = answers.filter(text => text.includes('{"updated":true}'));
    expect(built).toHaveLength(1);
    for (const text of answers.filter(each => !built.includes(each))) {
      expect(text).toContain('{"updated":false}');
      expect(text).toContain('waiting for that build');
      expect(text).toContain('Built 1 pages');
    }
    await stop();
  });

  it('fails once for all who ask meanwhile, and can then be tried again', async () => {
    repo({ 'index.md': '# Widget\n' }, 'site_name: [broken\n');
    const { sync, stop } = await start();
    const answers = await Promise.all([sync(), sync(), sync()]);
    for (const text of answers) {
      expect(text).toMatch(/event: error\ndata: .*mkdocs\.yml is not valid/);
    }
    expect(
      answers.filter(text => text.includes('waiting for that build')),
    ).toHaveLength(2);

    repo({ 'index.md': '# Widget\n' });
    expect(await sync()).toContain('{"updated":true}');
    await stop();
  });

  it('removes the pages that the source has no more', async () => {
    folder.setContent({
      published: {
        default: {
          component: {
            other: { 'a.html': 'of another' },
            widget: {
              'index.html': 'stale',
              'techdocs_metadata.json': '{"etag":"stale"}',
              old: { 'index.html': 'old', img: { 'a.png': 'old' } },
              'file.txt': 'old',
            },
          },
        },
      },
    });
    repo({ 'index.md': '# Widget\n', 'kept.md': '# K\n' });
    const { sync, statusOf, stop } = await start();
    expect(await sync()).toContain('{"updated":true}');
    expect(await statusOf('old/index.html')).toBe(404);
    expect(await statusOf('old/img/a.png')).toBe(404);
    expect(await statusOf('file.txt')).toBe(404);
    expect(await statusOf('kept/index.html')).toBe(200);
    expect(await statusOf('index.html')).toBe(200);
    expect(await statusOf('../other/a.html')).toBe(200);
    await stop();
  });
});
