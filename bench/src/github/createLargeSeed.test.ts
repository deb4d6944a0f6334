/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { checkSeed } from '@callboard/github-sandbox/src/seed/check/checkSeed';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { parse } from 'yaml';
import { createLargeSeed } from './createLargeSeed';

const size = { repositories: 12, people: 30, teams: 6 };

it('makes an organisation of the size that the sandbox has nothing against', async () => {
  const seed = createLargeSeed(size);
  expect(await checkSeed({ seed })).toEqual([]);
  expect(seed.repositories).toHaveLength(12);
  expect(seed.people).toHaveLength(30);
  expect(seed.teams).toHaveLength(6);
});

it('puts everybody into one team, and teams below each fifth one', () => {
  const teams = createLargeSeed(size).teams!;
  expect(teams.flatMap(({ members }) => members).sort()).toEqual(
    createLargeSeed(size)
      .people!.map(({ login }) => login)
      .sort(),
  );
  expect(teams.map(({ slug, parent }) => [slug, parent])).toEqual([
    ['team-0001', undefined],
    ['team-0002', 'team-0001'],
    ['team-0003', 'team-0001'],
    ['team-0004', 'team-0001'],
    ['team-0005', 'team-0001'],
    ['team-0006', undefined],
  ]);
});

it('has a component of its own in each repository', async () => {
  const repositories = createLargeSeed(size).repositories!;
  const components = await Promise.all(
    repositories.map(async ({ files }) =>
      parse(
        (await files!.read({ path: 'catalog-info.yaml' })).content.toString(),
      ),
    ),
  );
  expect(components.map(({ metadata }) => metadata.name)).toEqual(
    repositories.map(({ name }) => name),
  );
  expect(components[7].spec.owner).toBe('team-0002');
});
