import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { rootGithubServiceFactory } from '@callboard/plugin-github-node';
import request from 'supertest';
import githubFeatures from '..';

jest.setTimeout(30_000);

const descriptor = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop}
spec: {type: service, lifecycle: production, owner: web}
`;

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox({
    files: { 'catalog-info.yaml': descriptor },
  });
});
afterAll(() => sandbox.stop());

it('fills the catalog from the block as it was published, with nothing in integrations', async () => {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      eventsPlugin,
      rootGithubServiceFactory,
      githubFeatures,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            syncStrategy: 'incremental',
            fallbackFullSyncInterval: '24h',
            providers: {
              github: {
                baseUrl: sandbox.url,
                token: sandbox.tokens.olivia,
                org: 'acme',
                schedule: {
                  frequency: { minutes: 5 },
                  timeout: { minutes: 10 },
                },
              },
            },
          },
        },
      }),
    ],
  });
  const api = request(backend.server);
  let entity: Entity | undefined;
  const deadline = Date.now() + 20_000;
  while (!entity && Date.now() < deadline) {
    const { body } = await api.get(
      '/api/catalog/entities?filter=kind=component',
    );
    entity = body[0];
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  expect(entity?.metadata.annotations).toMatchObject({
    // Both repositories have the descriptor, and the first that is processed has the name.
    'backstage.io/managed-by-location': expect.stringMatching(
      `^url:${sandbox.url}/acme/(shop|vault)/blob/main/catalog-info.yaml$`,
    ),
    'callboard/source-file': 'catalog-info.yaml',
  });
  const asked = sandbox.sandbox.requests.all().map(({ path }) => path);
  expect(asked.filter(path => path.includes('/contents/'))).toEqual([]);
  await backend.stop();
});
