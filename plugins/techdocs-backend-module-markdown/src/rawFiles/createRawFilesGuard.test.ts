import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsBackend from '@backstage/plugin-techdocs-backend';
import techdocsModuleMarkdown from '../index';

jest.setTimeout(60_000);

const SCRIPT = '<script>alert(document.domain)</script>';

describe('attack case 28: raw files of docs', () => {
  const folder = createMockDirectory();
  let get: (path: string) => Promise<Response>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    folder.setContent({
      default: {
        component: {
          widget: {
            'index.html': `<h1>Widget</h1>${SCRIPT}`,
            'deep.xhtml': SCRIPT,
            'evil.svg': `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`,
            'evil.xml': SCRIPT,
            'evil.js': 'alert(1)',
            'evil.mjs': 'alert(1)',
            'report.pdf': '%PDF-1.4',
            'no-extension': SCRIPT,
            'picture.png': 'png',
            'style.css': 'h1 {}',
            guide: { 'index.html': SCRIPT },
          },
        },
      },
    });
    const backend = await startTestBackend({
      features: [
        techdocsBackend,
        techdocsModuleMarkdown,
        mockServices.events.mock().factory,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: {
            techdocs: {
              publisher: {
                type: 'local',
                local: { publishDirectory: folder.path },
              },
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    get = path =>
      fetch(
        `http://127.0.0.1:${backend.server.port()}/api/techdocs/static/docs/${path}`,
        {
          headers: { authorization: mockCredentials.user.header() },
          redirect: 'manual',
        },
      );
  });
  afterAll(() => stop());

  it.each([
    ['index.html', 200],
    ['deep.xhtml', 200],
    ['evil.svg', 200],
    ['evil.xml', 200],
    ['evil.js', 200],
    ['evil.mjs', 200],
    ['report.pdf', 200],
    ['no-extension', 200],
    ['evil%2esvg', 200],
    ['guide/', 200],
    ['guide', 301],
    ['missing.html', 404],
  ])('%s is saved, not opened', async (file, status) => {
    const response = await get(`default/component/widget/${file}`);
    expect(response.status).toBe(status);
    const { headers } = response;
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('content-security-policy')).toMatch(
      /^sandbox; default-src 'none'; img-src data:;/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['picture.png', 'style.css'])(
    '%s opens, as a document of nobody',
    async file => {
      const { headers, status } = await get(`default/component/widget/${file}`);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toBeNull();
      expect(headers.get('content-security-policy')).toMatch(/^sandbox;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('stands also where the case of the address differs', async () => {
    const response = await get('Default/Component/Widget/evil.svg');
    expect(response.status).toBe(301);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^sandbox;/,
    );
  });

  it('leaves the text of a page to the reader, which fetches it', async () => {
    const page = await get('default/component/widget/index.html');
    expect(page.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await page.text()).toContain('<h1>Widget</h1>');
  });
});
