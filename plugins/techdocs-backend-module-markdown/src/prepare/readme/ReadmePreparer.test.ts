import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsBackend from '@backstage/plugin-techdocs-backend';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { stopCleanly } from '@callboard/github-sandbox/src/testing/stopCleanly';
import techdocsModuleMarkdown from '../../index';

// Jest cannot run a dynamic import from CommonJS.
jest.mock('../../site/loadBuilder', () => ({
  loadBuilder: async () => jest.requireActual('../../site/buildSite'),
}));

jest.setTimeout(60_000);

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
).toString('latin1');

const README = `# Shop

![Logo](.github/logo.png) <img src="/art/wide.png" width="40">
![Gone](art/gone.png)

[Guide](docs/guide.md#start) · [Issues](../../issues) · [Web](https://acme.example/)

\`[code](stays.md)\`
`;

describe('ReadmePreparer', () => {
  const published = createMockDirectory();
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let uid = 0;

  beforeAll(async () => {
    sandbox = await startTestSandbox({
      files: {
        'README.md': README,
        '.github/logo.png': PIXEL,
        'art/wide.png': PIXEL,
      },
    });
  });
  afterAll(() => stopCleanly(sandbox));

  async function start() {
    uid += 1;
    const { host } = new URL(sandbox.url);
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
                name: 'shop',
                namespace: 'default',
                title: 'The shop',
                uid: `readme-${uid}`,
                annotations: {
                  'backstage.io/techdocs-ref': `url:${sandbox.url}/acme/shop/blob/main/README.md`,
                },
              },
            },
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { reading: { allow: [{ host }] } },
            integrations: {
              github: [
                {
                  host,
                  apiBaseUrl: `${sandbox.url}/api/v3`,
                  token: sandbox.tokens.olivia,
                },
              ],
            },
            techdocs: {
              builder: 'local',
              publisher: {
                type: 'local',
                local: { publishDirectory: published.path },
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
    return { get, stop: () => backend.stop() };
  }

  it('makes docs of one page, with its pictures, and no download of the repository', async () => {
    const { get, stop } = await start();
    const log = await (await get('/sync/default/component/shop')).text();
    expect(log).toContain('{"updated":true}');
    expect(log).toMatch(/art\/gone\.png is left out/);

    const site = '/static/docs/default/component/shop';
    const page = await (await get(`${site}/index.html`)).text();
    expect(page).toContain('readme-images/1-logo.png');
    expect(page).toMatch(/src="[^"]*readme-images\/2-wide\.png"/);
    expect(page).toContain(
      `${sandbox.url}/acme/shop/blob/main/docs/guide.md#start`,
    );
    expect(page).toContain(`href="${sandbox.url}/acme/shop/issues"`);
    expect(page).toContain('href="https://acme.example/"');
    expect(page).toContain('[code](stays.md)');
    expect(page).toContain(`${sandbox.url}/acme/shop/edit/main/README.md`);
    const picture = await get(`${site}/readme-images/1-logo.png`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(
      (await (await get('/metadata/techdocs/default/component/shop')).json())
        .site_name,
    ).toBe('The shop');
    expect(
      sandbox.sandbox.requests
        .all()
        .filter(({ path }) => /tarball|zipball/.test(path)),
    ).toEqual([]);
    await stop();
  });

  it('builds nothing while the README is the same', async () => {
    const { get, stop } = await start();
    const log = await (await get('/sync/default/component/shop')).text();
    expect(log).toContain('{"updated":false}');
    await stop();
  });
});
