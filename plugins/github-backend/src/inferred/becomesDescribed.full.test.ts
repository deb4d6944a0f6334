import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import stockCatalog from '@backstage/plugin-catalog-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- it is one of the catalogs that inferred entities are for
import catalogPlugin from '@callboard/plugin-catalog-backend';
import request from 'supertest';
import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { githubFeatures } from '../githubFeatures';

jest.setTimeout(60_000);

const DESCRIPTOR = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop}
spec: {type: website, lifecycle: production, owner: web}
`;

describe.each([
  ['stock', stockCatalog],
  ['ours', catalogPlugin],
])('an inferred entity in the catalog of %s', (_, catalog) => {
  let reading: Reading;
  beforeEach(async () => {
    reading = await startReading();
  });
  afterEach(() => reading.stop());

  it('has the owner that CODEOWNERS or the teams say, and gives way to a descriptor, and comes back', async () => {
    const { sandbox, host } = reading;
    reading.add('till', {
      'README.md': '# Till\n',
      '.github/CODEOWNERS': '* @mel\n',
      'docs/index.md': '# Till\n',
    });
    const backend = await startTestBackend({
      features: [
        catalog,
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
              providers: {
                github: { host, organization: 'acme' },
                githubOrg: {
                  id: 'acme',
                  githubUrl: sandbox.url,
                  orgs: ['acme'],
                  schedule: {
                    frequency: { hours: 1 },
                    timeout: { minutes: 1 },
                  },
                },
              },
            },
            callboard: { github: { catalog: { inferred: true } } },
          },
        }),
      ],
    });

    /** Resolves to the component once it is as it should be. */
    async function component(
      name: string,
      isWished: (entity: Entity) => boolean,
    ): Promise<Entity> {
      for (;;) {
        const { body, status } = await request(backend.server).get(
          `/api/catalog/entities/by-name/component/default/${name}`,
        );
        if (status === 200 && isWished(body)) return body;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
    const isInferred = ({ metadata }: Entity) =>
      metadata.annotations?.['callboard/inferred'] === 'true';
    const change = async (method: 'PUT' | 'DELETE', body: object) => {
      const answer = await sandbox.call(
        `${method} /repos/acme/shop/contents/catalog-info.yaml`,
        { as: 'olivia', body: { message: 'Change it', ...body } },
      );
      await request(backend.server)
        .post('/api/github/reconcile')
        .send({ host, organisation: 'acme' })
        .expect(({ status }) => expect(status).toBeLessThan(300));
      return answer.body;
    };

    const till = await component('till', isInferred);
    expect(till.spec?.owner).toBe('user:default/mel');
    expect(till.metadata).toMatchObject({
      labels: { 'github.com/owner': 'acme', 'github.com/visibility': 'public' },
      annotations: {
        'github.com/project-slug': 'acme/till',
        'backstage.io/techdocs-ref': `url:${sandbox.url}/acme/till/tree/main/`,
        'backstage.io/source-location': `url:${sandbox.url}/acme/till/tree/main/`,
      },
    });
    expect((await component('shop', isInferred)).spec).toEqual({
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/web',
    });

    const { content } = await change('PUT', {
      content: Buffer.from(DESCRIPTOR).toString('base64'),
    });
    const described = await component('shop', each => !isInferred(each));
    expect(described.spec?.type).toBe('website');
    expect(described.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `url:${sandbox.url}/acme/shop/tree/main/catalog-info.yaml`,
      'callboard/source-commit': expect.stringMatching(/^[0-9a-f]{40}$/),
    });

    await change('DELETE', { sha: content.sha });
    expect((await component('shop', isInferred)).spec?.type).toBe('service');
    await backend.stop();
  });
});
