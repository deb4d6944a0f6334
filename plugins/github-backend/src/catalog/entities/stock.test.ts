import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { GithubEntityProvider } from '@backstage/plugin-catalog-backend-module-github';
import fc from 'fast-check';
import { knownFile, knownRepository } from '../__testUtils__/knownRepository';
import { settingsOf } from '../__testUtils__/settingsOf';
import { entitiesOf } from './entitiesOf';

/** Stock's provider, with what a test calls of its inside. */
type Inside = {
  matchesFilters(repositories: object[]): object[];
  toDeferredEntitiesFromRepos(repositories: object[]): DeferredEntity[];
};

const topic = fc.constantFrom('java', 'go', 'backstage', 'old');
const topics = fc.uniqueArray(topic, { maxLength: 3 });

const source = fc.record(
  {
    organization: fc.constant('acme'),
    catalogPath: fc.constantFrom('/catalog-info.yaml', 'a/*.yaml', '/b c.yaml'),
    filters: fc.record(
      {
        repository: fc.constantFrom(
          'shop',
          '^sh',
          'op$',
          '.*s.*',
          '(?!shop).*',
        ),
        branch: fc.constantFrom('main', 'develop'),
        allowForks: fc.boolean(),
        allowArchived: fc.boolean(),
        topic: fc.record(
          { include: topics, exclude: topics },
          { requiredKeys: [] },
        ),
        visibility: fc.uniqueArray(
          fc.constantFrom('public', 'PRIVATE', 'internal'),
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['organization'] },
);

const repository = fc.record({
  name: fc.constantFrom('shop', 'shops', 'vault', '.github'),
  visibility: fc.constantFrom('public', 'private', 'internal' as const),
  isFork: fc.boolean(),
  isArchived: fc.boolean(),
  topics,
  defaultBranch: fc.constantFrom('main', 'trunk', undefined),
});

describe("beside stock's provider", () => {
  it('lets in the same repositories, and gives the same locations for them', () => {
    fc.assert(
      fc.property(source, fc.array(repository), (config, repositories) => {
        // Objects of fast-check have no prototype, and Backstage's configuration wants one.
        const github = JSON.parse(JSON.stringify(config));
        const stock = GithubEntityProvider.fromConfig(
          new ConfigReader({
            integrations: {},
            catalog: { providers: { github } },
          }),
          {
            logger: mockServices.logger.mock({
              child: () => mockServices.logger.mock(),
            }),
            schedule: { run: async () => {} },
          },
        )[0] as unknown as Inside;
        const settings = settingsOf({ github });
        for (const each of repositories) {
          const known = knownRepository({ ...each, files: [knownFile()] });
          const theirs = stock.matchesFilters([
            {
              url: known.url,
              name: known.name,
              defaultBranchRef: known.defaultBranch,
              repositoryTopics: known.topics,
              isArchived: known.isArchived,
              isFork: known.isFork,
              visibility: known.visibility.toUpperCase(),
            },
          ]);
          expect(
            entitiesOf({
              settings,
              source: settings.repositories[0],
              repository: known,
            }),
          ).toEqual(stock.toDeferredEntitiesFromRepos(theirs));
        }
      }),
      { numRuns: 500 },
    );
  });
});
