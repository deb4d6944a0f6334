import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import eventsPlugin from '@backstage/plugin-events-backend';
import { githubFeatures } from '../githubFeatures';
import { openPeople, type OpenPeople } from './__testUtils__/openPeople';
import { stockTransformsExtensionPoint } from './transforms/extensionPoints';

jest.setTimeout(60_000);

let open: OpenPeople;
beforeEach(async () => {
  open = await openPeople();
});
afterEach(() => open.stop());

it("fills stock's catalog in a whole backend, with a module that was written for stock", async () => {
  let catalog: CatalogService | undefined;
  const transforms = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'transforms',
    register(env) {
      env.registerInit({
        deps: {
          transforms: stockTransformsExtensionPoint,
          service: catalogServiceRef,
        },
        async init({ transforms: point, service }) {
          catalog = service;
          point.setUserTransformer(async ({ login }) => ({
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: login, title: `The ${login}` },
            spec: { memberOf: [] },
          }));
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      eventsPlugin,
      githubFeatures,
      transforms,
      mockServices.rootConfig.factory({
        data: {
          ...open.rootConfig().get<object>(),
          catalog: {
            providers: {
              githubOrg: {
                id: 'default',
                githubUrl: open.sandbox.url,
                orgs: ['acme'],
                schedule: {
                  frequency: { hours: 1 },
                  timeout: { minutes: 5 },
                },
              },
            },
          },
        },
      }),
    ],
  });
  const credentials = await mockServices.auth().getOwnServiceCredentials();
  const find = (ref: string) => catalog!.getEntityByRef(ref, { credentials });
  try {
    await until(async () => Boolean(await find('group:default/web')));
    await until(async () => Boolean(await find('user:default/mel')));
    const mel = await find('user:default/mel');
    expect(mel?.metadata.title).toBe('The mel');
    expect(mel?.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `url:https://${open.host}/mel`,
    });
    expect(mel?.relations).toEqual([
      { type: 'memberOf', targetRef: 'group:default/web' },
    ]);
  } finally {
    await backend.stop();
  }
});

async function until(holds: () => Promise<boolean>) {
  const deadline = Date.now() + 40_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It has not come to that');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
