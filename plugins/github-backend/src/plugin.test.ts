import { setTimeout as pause } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import stockCatalog from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real catalog, for a test
import catalog from '@callboard/plugin-catalog-backend';
import { rootGithubServiceFactory } from '@callboard/plugin-github-node';
import githubFeatures from '.';

jest.setTimeout(60_000);

const SECRET = 'the-secret-of-the-app';

const component = (
  name: string,
  title: string,
) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ${name}, title: ${title}}
spec: {type: service, lifecycle: production, owner: web}
`;

const closes: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close();
});

async function start(catalogPlugin: typeof catalog | typeof stockCatalog) {
  const sandbox = await startTestSandbox({
    files: { 'catalog-info.yaml': component('shop', 'First') },
  });
  closes.push(() => sandbox.stop());
  const { host } = new URL(sandbox.url);
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      eventsPlugin,
      eventsServiceFactory,
      rootGithubServiceFactory,
      githubFeatures,
      mockServices.rootConfig.factory({
        data: {
          events: { useEventBus: 'never' },
          integrations: {
            github: [
              {
                host,
                apiBaseUrl: `${sandbox.url}/api/v3`,
                apps: [
                  {
                    appId: sandbox.app.id,
                    privateKey: sandbox.privateKey,
                    clientId: sandbox.app.clientId,
                    clientSecret: 'portal-secret',
                    webhookSecret: SECRET,
                  },
                ],
              },
            ],
          },
          catalog: {
            providers: {
              github: { host, organization: 'acme' },
            },
          },
        },
      }),
    ],
  });
  closes.push(() => backend.stop());
  const address = `http://localhost:${backend.server.port()}/api`;
  Object.assign(sandbox.app, {
    webhookUrl: `${address}/events/http/github`,
    webhookSecret: SECRET,
    webhookActive: true,
  });
  sandbox.installation.events = ['push', 'repository'];
  return {
    sandbox,
    address,
    /** The components, once they are as they should be. */
    async components(accept: (entities: Entity[]) => boolean) {
      let entities: Entity[] = [];
      for (let attempt = 0; attempt < 400; attempt += 1) {
        const answer = await fetch(
          `${address}/catalog/entities?filter=kind=component`,
        );
        entities = await answer.json();
        if (accept(entities)) return entities;
        await pause(50);
      }
      throw new Error(`The catalog still has ${JSON.stringify(entities)}`);
    },
  };
}

const isTitled = (title: string) => (entities: Entity[]) =>
  entities.some(entity => entity.metadata.title === title);

it.each([
  ['ours', catalog],
  ["stock's", stockCatalog],
])(
  'fills a catalog (%s) without reading a file, and follows a push, a new and a deleted repository',
  async (_name, catalogPlugin) => {
    const { sandbox, address, components } = await start(catalogPlugin);
    const [shop] = await components(isTitled('First'));
    const at = (form: string) =>
      `url:${sandbox.url}/acme/shop/${form}/main/catalog-info.yaml`;
    expect(shop.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': at('tree'),
      'backstage.io/managed-by-origin-location': at('blob'),
      'callboard/source-file': expect.stringContaining('catalog-info.yaml'),
    });

    const change = async (route: string, body?: object) => {
      const [method, path] = route.split(' ');
      const answer = await sandbox.call(`${method} /api/v3/${path}`, {
        as: 'olivia',
        body,
      });
      expect(answer.status).toBeLessThan(300);
      await sandbox.sandbox.settled();
      return answer.body;
    };
    const write = async (name: string, text: string) => {
      const file = `repos/acme/${name}/contents/catalog-info.yaml`;
      const { body } = await sandbox.call(`GET /api/v3/${file}`, {
        as: 'olivia',
      });
      await change(`PUT ${file}`, {
        message: 'Describe',
        content: Buffer.from(text).toString('base64'),
        sha: body?.sha,
      });
    };
    await write('shop', component('shop', 'Second'));
    await components(isTitled('Second'));

    await change('POST orgs/acme/repos', { name: 'fresh', auto_init: true });
    await write('fresh', component('fresh', 'Fresh'));
    await components(isTitled('Fresh'));

    await change('DELETE repos/acme/fresh');
    await components(entities => !isTitled('Fresh')(entities));

    // All of it came with answers to questions about repositories.
    expect(
      sandbox.sandbox.requests
        .all()
        .filter(({ path }) => path.includes('/contents/'))
        .filter(({ credential }) => credential.appSlug === 'portal'),
    ).toEqual([]);

    const status = await fetch(`${address}/github/status`);
    expect(await status.json()).toEqual([
      expect.objectContaining({
        organisation: 'acme',
        repositories: 3,
        queued: 0,
        eventsInLastHour: 5,
        lag: expect.objectContaining({ samples: expect.any(Number) }),
      }),
    ]);
  },
);

it('takes no hint that is not signed', async () => {
  const { address } = await start(catalog);
  const answer = await fetch(`${address}/github/hints/push`, {
    method: 'POST',
    body: '{}',
  });
  expect(answer.status).toBe(404);
});
