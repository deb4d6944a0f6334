import type { Seed, SeedPerson } from './Seed';

/** Who is there when a seed names nobody. */
const ONLY_PERSON: SeedPerson = { login: 'octocat', name: 'The Octocat' };

/** The people of a seed; there is always one. */
export function peopleOf(options: { seed: Seed }): SeedPerson[] {
  const { people = [] } = options.seed;
  return people.length > 0 ? people : [ONLY_PERSON];
}

/** Logins of those who administer the organisation: who is named, or the first person. */
export function ownersOf(options: { seed: Seed }): string[] {
  const { owners = [] } = options.seed.organisation;
  return owners.length > 0
    ? owners
    : peopleOf(options)
        .slice(0, 1)
        .map(({ login }) => login);
}
