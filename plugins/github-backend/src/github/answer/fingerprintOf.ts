import { hashOf } from '../../store/hashOf';
import type { GraphqlError } from '../graphql/GraphqlAnswer';
import { errorsBelow } from '../graphql/errorsBelow';
import { MOST_TEAMS, type RawPeople } from '../graphql/peopleFields';

/** See `GithubRepositories.newest`. Undefined wherever anything is missing: two answers that lack the same would look alike. */
export function fingerprintOf(options: {
  people: RawPeople | null | undefined;
  errors: GraphqlError[];
}): string | undefined {
  const { people, errors } = options;
  const members = people?.membersWithRole?.totalCount;
  const { totalCount, nodes } = people?.teams ?? {};
  if (
    errorsBelow(errors, ['people']).length > 0 ||
    members === undefined ||
    totalCount === undefined ||
    totalCount > MOST_TEAMS ||
    nodes?.length !== totalCount
  ) {
    return undefined;
  }
  const teams = nodes.flatMap(team =>
    team && team.members?.totalCount !== undefined ? [team] : [],
  );
  if (teams.length < totalCount) return undefined;
  return hashOf([members, teams.sort((a, b) => (a.id < b.id ? -1 : 1))]);
}
