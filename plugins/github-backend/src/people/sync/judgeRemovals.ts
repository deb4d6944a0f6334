import type { GithubSettings } from '../../config/GithubSettings';
import type { Person } from '../Person';
import type { PeopleRead } from '../read/PeopleRead';
import type { Snapshot } from '../store/KnownOrganisation';
import type { Team } from '../Team';

/** What a complete read takes away. */
export interface Removals {
  /** Rows whose login or slug somebody else has now. They go in any case, since who has it comes instead. */
  replaced: { people: string[]; teams: string[] };
  /** Who and what is no longer there. */
  gone: Snapshot;
  /** Why it looks wrong to remove them; undefined: it does not. */
  reason?: string;
}

/** Compares what is known with a complete read. Pure. */
export function judgeRemovals(options: {
  known: Snapshot;
  read: PeopleRead;
  guard: GithubSettings['guard'];
  /** Whether the credential saw all of the organisation the last time. */
  sawAll: boolean;
}): Removals {
  const { known, read, guard, sawAll } = options;
  const people = compare({
    known: known.people.filter(
      ({ isOutside }) => !isOutside || read.isOutsideComplete,
    ),
    read: read.people,
    nameOf: ({ login }: Person) => login,
  });
  const teams = compare({
    known: known.teams,
    read: read.teams,
    nameOf: ({ slug }: Team) => slug,
  });
  const isTooMuch = (gone: number, of: number) =>
    gone > guard.count && gone > guard.share * of;
  const isHeld =
    isTooMuch(people.gone.length, known.people.length) ||
    isTooMuch(teams.gone.length, known.teams.length) ||
    isTooMuch(
      people.gone.length + teams.gone.length,
      known.people.length + known.teams.length,
    ) ||
    // A token whose owner has left is shown what is public.
    (sawAll && !read.seesAll && people.gone.length + teams.gone.length > 0) ||
    // Permissions that were cut look like this.
    (read.teams.length === 0 && known.teams.length > 1);
  return {
    replaced: { people: people.replaced, teams: teams.replaced },
    gone: { people: people.gone, teams: teams.gone },
    ...(isHeld && {
      reason: `the organisation suddenly lists ${
        known.people.length - people.gone.length
      } of ${known.people.length} people and ${
        known.teams.length - teams.gone.length
      } of ${known.teams.length} teams`,
    }),
  };
}

function compare<T extends { id: string }>(options: {
  known: T[];
  read: T[];
  nameOf(item: T): string;
}): { replaced: string[]; gone: T[] } {
  const { known, read, nameOf } = options;
  const ids = new Set(read.map(({ id }) => id));
  const names = new Set(read.map(item => nameOf(item).toLowerCase()));
  const missing = known.filter(({ id }) => !ids.has(id));
  const isReplaced = (item: T) => names.has(nameOf(item).toLowerCase());
  return {
    replaced: missing.filter(isReplaced).map(({ id }) => id),
    gone: missing.filter(item => !isReplaced(item)),
  };
}
