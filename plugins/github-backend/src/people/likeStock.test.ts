import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  buildDefaultUserTransformer,
  GithubMultiOrgEntityProvider,
} from '@backstage/plugin-catalog-backend-module-github';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type { PeopleSource } from '../config/GithubSettings';
import { openPeople, type OpenPeople } from './__testUtils__/openPeople';

let open: OpenPeople;
beforeAll(async () => {
  open = await openPeople();
  const { mel, olivia, oscar, organisation } = open.sandbox;
  organisation.email = 'hello@acme.example';
  mel.bio = 'Makes things';
  mel.suspendedAt = '2026-01-01T00:00:00Z';
  const people = open.addPeople(30);
  const all = open.addTeam('Everybody', { people, description: 'All of us' });
  const part = open.addTeam('A Part', { parentId: all.id, people: [mel] });
  open.addTeam('Smaller', { parentId: part.id, people: [olivia, people[3]] });
  const globex = open.addOrganisation('Globex', [mel, oscar]);
  open.addTeam('Web', { people: [mel, oscar] }, globex);
});
afterAll(() => open.stop());

/** What stock's provider gives the catalog. */
async function stock(source: PeopleSource) {
  const mutations: EntityProviderMutation[] = [];
  const provider = GithubMultiOrgEntityProvider.fromConfig(open.rootConfig(), {
    id: source.id,
    githubUrl: source.githubUrl,
    orgs: source.orgs,
    logger: open.logger,
    schedule: 'manual',
    userTransformer: buildDefaultUserTransformer({
      useVerifiedEmails: source.useVerifiedEmails,
    }),
    excludeSuspendedUsers: source.excludeSuspendedUsers,
    alwaysUseDefaultNamespace: source.alwaysUseDefaultNamespace,
    pageSizes: { teams: 100, teamMembers: 100, organizationMembers: 100 },
  });
  await provider.connect({
    async applyMutation(mutation) {
      mutations.push(mutation);
    },
    async refresh() {},
  });
  await provider.read();
  return { name: provider.getProviderName(), given: givenBy(mutations) };
}

function givenBy(mutations: EntityProviderMutation[]) {
  const [mutation] = mutations;
  expect(mutations).toHaveLength(1);
  const entities = mutation.type === 'full' ? mutation.entities : [];
  return Object.fromEntries(
    entities
      .map(each => [stringifyEntityRef(each.entity), each] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

it.each<[string, Partial<PeopleSource>]>([
  ['one organisation', {}],
  [
    'two organisations',
    { orgs: ['acme', 'Globex'], alwaysUseDefaultNamespace: false },
  ],
  [
    'those in which the App is installed',
    { orgs: undefined, alwaysUseDefaultNamespace: false },
  ],
  ['verified addresses', { useVerifiedEmails: true }],
  ['no suspended people', { excludeSuspendedUsers: true }],
])('gives the same as stock, entity by entity: %s', async (_, more) => {
  const source = open.source(more);
  const theirs = await stock(source);
  const { run, catalog } = await open.start({ sources: [source] });
  await run();
  const ours = givenBy(catalog.mutations);
  expect(Object.keys(ours).length).toBeGreaterThan(30);
  expect(ours).toEqual(theirs.given);
  expect(source.providerName).toBe(theirs.name);
});
