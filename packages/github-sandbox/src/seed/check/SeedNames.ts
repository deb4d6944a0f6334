import { BOTS } from '../bots';
import { ownersOf, peopleOf } from '../peopleOf';
import type { Seed } from '../Seed';
import type { SeedFault } from '../SeedProblem';
import { nearestName } from './nearestName';

/** What the parts of a seed can refer to. */
export interface SeedNames {
  logins: ReadonlySet<string>;
  teams: ReadonlySet<string>;
  owners: readonly string[];
}

export function namesOf(options: { seed: Seed }): SeedNames {
  const { seed } = options;
  return {
    logins: new Set([
      ...peopleOf({ seed }).map(({ login }) => login),
      ...Object.keys(BOTS),
    ]),
    teams: new Set((seed.teams ?? []).map(({ slug }) => slug)),
    owners: ownersOf({ seed }),
  };
}

/** A fault about a name that nothing has. */
export function unknownName(options: {
  repository?: string;
  path: Array<string | number>;
  /** `person`, `team`, `label`. */
  kind: string;
  name: string;
  known: Iterable<string>;
}): SeedFault {
  const { repository, path, kind, name } = options;
  const known = [...options.known];
  const meant = nearestName({ name, known });
  return {
    repository,
    path,
    message: `there is no ${kind} "${name}"`,
    remedy: meant
      ? `Write "${meant}" if that is meant.`
      : `Correct the name, or add the ${kind}.`,
  };
}
