import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- it is one of the catalogs that these entities are for
import catalogPlugin from '@callboard/plugin-catalog-backend';
import request from 'supertest';
import { startReading } from '../../github/__testUtils__/startReading';
import { githubFeatures } from '../../githubFeatures';

jest.setTimeout(60_000);

const descriptor = (name: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ${name}}
spec: {type: website, lifecycle: production, owner: web}
`;

it('READMEs are docs where the switch is on, of inferred and of described components', async () => {
  const reading = await startReading();
  const { sandbox, host } = reading;
  reading.add('till', { 'README.md': '# Till\n' });
  reading.add('scale', {
    'readme.md': '# Scale\n',
    'catalog-info.yaml': descriptor('scale'),
  });
  reading.add('atlas', {
    'README.md': '# Atlas\n',
    'docs/index.md': '# Atlas\n',
    'catalog-info.yaml': descriptor('atlas'),
  });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      githubFeatures,
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [
              {
                host,
                apiBaseUrl: `${sandbox.url}/api/v3`,
                apps: [
                  {
                    appId: sandbox.app.id,
                    clientId: 'Iv1.portal',
                    clientSecret: 'portal-secret',
                    webhookSecret: 'hook-secret',
                    privateKey: sandbox.privateKey,
                  },
                ],
              },
            ],
          },
          catalog: {
            providers: { github: { host, organization: 'acme' } },
          },
          callboard: {
            github: { catalog: { inferred: true, readmeDocs: true } },
          },
        },
      }),
    ],
  });
  const component = async (name: string): Promise<Entity> => {
    for (;;) {
      const { body, status } = await request(backend.server).get(
        `/api/catalog/entities/by-name/component/default/${name}`,
      );
      if (status === 200) return body;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  };

  expect((await component('till')).metadata.annotations).toMatchObject({
    'callboard/inferred': 'true',
    'backstage.io/techdocs-ref': `url:${sandbox.url}/acme/till/blob/main/README.md`,
    'callboard/readme-docs': 'true',
  });
  expect((await component('scale')).metadata.annotations).toMatchObject({
    'backstage.io/managed-by-location': `url:${sandbox.url}/acme/scale/tree/main/catalog-info.yaml`,
    'backstage.io/techdocs-ref': `url:${sandbox.url}/acme/scale/blob/main/readme.md`,
    'callboard/readme-docs': 'true',
  });
  expect((await component('atlas')).metadata.annotations).not.toHaveProperty([
    'backstage.io/techdocs-ref',
  ]);
  await backend.stop();
  await reading.stop();
});
