import type { Seed } from '../Seed';
import type { SeedFault } from '../SeedProblem';
import { checkRepository } from './checkRepository';
import { namesOf, type SeedNames, unknownName } from './SeedNames';

/** Everything in a seed that refers to something unknown or cannot be. Empty: it can be applied. */
export async function checkSeed(options: { seed: Seed }): Promise<SeedFault[]> {
  const { seed } = options;
  const names = namesOf({ seed });
  const faults = checkOrganisation({ seed, names });
  for (const repository of seed.repositories ?? []) {
    faults.push(...(await checkRepository({ seed, repository, names })));
  }
  return faults;
}

function checkOrganisation(options: {
  seed: Seed;
  names: SeedNames;
}): SeedFault[] {
  const { seed, names } = options;
  const faults: SeedFault[] = [];
  (seed.organisation.owners ?? []).forEach((name, index) => {
    if (names.logins.has(name)) return;
    faults.push(
      unknownName({
        path: ['organisation', 'owners', index],
        kind: 'person',
        name,
        known: names.logins,
      }),
    );
  });
  (seed.teams ?? []).forEach(team => {
    if (team.parent !== undefined && !names.teams.has(team.parent)) {
      faults.push(
        unknownName({
          path: ['teams', team.slug, 'parent'],
          kind: 'team',
          name: team.parent,
          known: names.teams,
        }),
      );
    }
    const members = new Set(team.members ?? []);
    (team.members ?? [])
      .filter(name => !names.logins.has(name))
      .forEach(name =>
        faults.push(
          unknownName({
            path: ['teams', team.slug, 'members'],
            kind: 'person',
            name,
            known: names.logins,
          }),
        ),
      );
    (team.maintainers ?? []).forEach((name, index) => {
      if (members.has(name)) return;
      faults.push({
        path: ['teams', 'maintainers', team.slug, index],
        message: `"${name}" is not in the team "${team.slug}"`,
        remedy: 'Name one of its members.',
      });
    });
  });
  return faults;
}
