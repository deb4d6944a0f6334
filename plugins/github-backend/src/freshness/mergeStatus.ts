import type { OrganisationStatus } from '@callboard/plugin-github-common';
import type { PeopleStatus } from '../people/People';
import { lowerKey } from '../store/lowerKey';

/** One status for each organisation, whether its repositories, its people or both are mirrored; by host and name. */
export function mergeStatus(options: {
  repositories: OrganisationStatus[];
  people: PeopleStatus[];
  targetLagMs: number;
}): OrganisationStatus[] {
  const { repositories, people, targetLagMs } = options;
  const merged = new Map(repositories.map(each => [keyOf(each), each]));
  for (const each of people) {
    const { host, organisation, lastPeopleAt, problem, held } = each;
    const known = merged.get(keyOf(each)) ?? {
      ...{ host, organisation, targetLagMs },
      sources: [],
      repositories: 0,
      mirrored: 0,
      eventsInLastHour: 0,
      queued: 0,
    };
    merged.set(keyOf(each), {
      ...known,
      ...(lastPeopleAt && { lastPeopleAt }),
      ...(problem && { peopleProblem: problem }),
      ...(held && { heldPeople: held }),
    });
  }
  return [...merged.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, status]) => status);
}

/** GitHub does not tell capital letters in logins apart. */
function keyOf(each: { host: string; organisation: string }): string {
  return `${lowerKey(each.host)}/${lowerKey(each.organisation)}`;
}
