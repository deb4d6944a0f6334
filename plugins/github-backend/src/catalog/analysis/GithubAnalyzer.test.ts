import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GithubLocationAnalyzer } from '@backstage/plugin-catalog-backend-module-github';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { stopCleanly } from '@callboard/github-sandbox/src/testing/stopCleanly';
import { createRootGithubService } from '@callboard/plugin-github-node';
import type { MirrorView } from '../../store/MirrorView';
import { knownFile, knownRepository } from '../__testUtils__/knownRepository';
import { viewOf } from '../__testUtils__/viewOf';
import { GithubAnalyzer } from './GithubAnalyzer';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop' },
} as Entity;

describe('GithubAnalyzer', () => {
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let url: string;
  let close: () => void;
  beforeAll(async () => {
    const text = 'kind: Component\n';
    sandbox = await startTestSandbox({
      files: { 'catalog-info.yaml': text, 'docs/catalog-info.yaml': text },
    });
    url = `${sandbox.url}/acme/shop`;
  });
  afterEach(() => {
    sandbox.sandbox.faults.clear();
    close();
  });
  afterAll(() => stopCleanly(sandbox));

  function open(view?: MirrorView) {
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host: new URL(sandbox.url).host,
              apiBaseUrl: `${sandbox.url}/api/v3`,
              token: sandbox.tokens.olivia,
            },
          ],
        },
      },
    });
    const root = createRootGithubService({
      config,
      logger: mockServices.logger.mock(),
      now: () => new Date(),
    });
    close = () => root.close();
    const common = {
      auth: mockServices.auth(),
      catalog: catalogServiceMock.mock({
        addLocation: async () => ({
          location: {
            id: '1',
            type: 'url',
            target: '',
            entityRef: 'location:default/one',
          },
          entities: [entity],
          exists: true,
        }),
      }),
    };
    return {
      ours: new GithubAnalyzer({
        ...common,
        github: root.forPlugin('catalog'),
        view: async () => view,
      }),
      stock: new GithubLocationAnalyzer({ ...common, config }),
    };
  }

  it('finds what stock finds', async () => {
    const { ours, stock } = open();
    const found = await ours.analyze({ url });
    expect(found.existing.length).toBeGreaterThan(0);
    expect(found).toEqual(await stock.analyze({ url }));
    const none = { url: `${sandbox.url}/acme/empty` };
    expect(await ours.analyze(none)).toEqual(await stock.analyze(none));
    expect(ours.supports(url)).toBe(true);
    expect(ours.supports('https://gitlab.com/a/b')).toBe(false);
  });

  it('adds what the mirror knows, also while GitHub does not search', async () => {
    sandbox.sandbox.faults.set({
      rateLimitedUntil: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const repository = knownRepository({
      url,
      defaultBranch: 'trunk',
      files: [
        knownFile({ path: 'new.yaml' }),
        knownFile({ path: 'gone.yaml', state: 'absent' }),
      ],
    });
    const { ours } = open(viewOf({ repositories: [repository] }));
    expect(await ours.analyze({ url })).toEqual({
      existing: [
        {
          location: { type: 'url', target: `${url}/blob/trunk/new.yaml` },
          isRegistered: true,
          entity,
        },
      ],
    });
  });
});
