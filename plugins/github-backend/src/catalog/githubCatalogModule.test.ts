import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import stockCatalog from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- it is one of the catalogs that the module is for
import catalogPlugin from '@callboard/plugin-catalog-backend';
import request from 'supertest';
import { knownFile, knownRepository } from './__testUtils__/knownRepository';
import { settingsOf } from './__testUtils__/settingsOf';
import { viewOf } from './__testUtils__/viewOf';
import { catalogLinkRef } from './catalogLinkRef';
import { createCatalogLink } from './createCatalogLink';
import { entitiesOf } from './entities/entitiesOf';
import { locationsInCatalog } from './locationsInCatalog';
import { githubCatalogModule } from './githubCatalogModule';

jest.setTimeout(30_000);

const TARGET = 'https://github.com/acme/shop/tree/main/catalog-info.yaml';
const github = { organization: 'acme' };

const descriptor = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop}
spec: {type: service, lifecycle: production, owner: web}
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: {name: sales}
spec: {type: openapi, lifecycle: production, owner: web, definition: none}
`;

describe.each([
  ['stock', stockCatalog],
  ['ours', catalogPlugin],
])('githubCatalogModule in the catalog of %s', (_, catalog) => {
  it('takes what the plugin gives and reads it from the mirror, and repositories by their URLs', async () => {
    const link = createCatalogLink();
    let asks: Parameters<typeof locationsInCatalog>[0];
    const reader = mockServices.urlReader.mock();
    const backend = await startTestBackend({
      features: [
        catalog,
        githubCatalogModule,
        createServiceFactory({
          service: catalogLinkRef,
          deps: {},
          factory: () => link,
        }),
        reader.factory,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'asks',
          register(env) {
            env.registerInit({
              deps: { auth: coreServices.auth, catalog: catalogServiceRef },
              init: async deps => {
                asks = deps;
              },
            });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: { github: [{ host: 'github.com' }] },
            catalog: {
              providers: { github },
              locations: [
                { type: 'url', target: 'https://github.com/acme/till' },
              ],
            },
          },
        }),
      ],
    });
    const settings = settingsOf({ github });
    const { path, oid, commit, seenAt, lagMs } = knownFile();
    const repository = knownRepository({ files: [knownFile()] });
    link.serve(
      viewOf({
        repositories: [repository, knownRepository({ name: 'till' })],
        files: {
          [TARGET]: {
            state: 'present',
            files: [
              {
                ...{ path, oid: oid!, commit, seenAt, lagMs },
                url: TARGET,
                text: descriptor,
              },
            ],
          },
        },
      }),
    );
    const connection = await link.connectionOf({
      providerName: 'github-provider:default',
    });
    await connection.applyMutation({
      type: 'full',
      entities: entitiesOf({
        settings,
        source: settings.repositories[0],
        repository,
      }),
    });

    async function entities(): Promise<Entity[]> {
      const { body } = await request(backend.server)
        .get('/api/catalog/entities')
        .query({ filter: ['kind=component', 'kind=api'] });
      return body;
    }
    while ((await entities()).length < 3) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    const [shop, till, sales] = await entities().then(all =>
      ['shop', 'till', 'sales'].map(
        name => all.find(({ metadata }) => metadata.name === name)!,
      ),
    );
    expect(shop.metadata.annotations).toEqual({
      'backstage.io/managed-by-location': `url:${TARGET}`,
      'backstage.io/managed-by-origin-location':
        'url:https://github.com/acme/shop/blob/main/catalog-info.yaml',
      'backstage.io/view-url': TARGET,
      'backstage.io/edit-url': TARGET.replace('/tree/', '/edit/'),
      'backstage.io/source-location':
        'url:https://github.com/acme/shop/tree/main/',
      'callboard/source-commit': 'c0ffee',
      'callboard/source-file': 'catalog-info.yaml',
      'callboard/seen-at': '2026-01-02T00:00:00.000Z',
      'callboard/lag-ms': '120',
    });
    expect(sales.metadata.annotations).toHaveProperty(
      ['callboard/source-commit'],
      'c0ffee',
    );
    expect(till).toMatchObject({
      metadata: {
        annotations: {
          'callboard/inferred': 'true',
          'backstage.io/managed-by-location':
            'url:https://github.com/acme/till',
          'backstage.io/source-location':
            'url:https://github.com/acme/till/tree/main/',
        },
      },
      spec: { owner: 'group:default/acme' },
    });
    // What is registered is from no provider.
    expect(await locationsInCatalog(asks!)).toEqual([
      {
        entityRef: expect.stringMatching(/^location:default\/generated-/),
        url: 'https://github.com/acme/shop/blob/main/catalog-info.yaml',
      },
    ]);
    expect(reader.search).not.toHaveBeenCalled();
    expect(reader.readUrl).not.toHaveBeenCalled();
    await backend.stop();
  });
});
