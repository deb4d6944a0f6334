/** As many as one page has; of organisations with more there is no fingerprint. */
export const MOST_TEAMS = 100;

/** What `peopleFields` asks for, as far as it came. */
export interface RawPeople {
  membersWithRole?: { totalCount?: number } | null;
  teams?: {
    totalCount?: number;
    nodes?:
      | ({ id: string; members?: { totalCount?: number } | null } | null)[]
      | null;
  } | null;
}

/**
 * What tells whether people and teams may have changed, beside repositories in the same request. A root field of its own, since `teams` and
 * `membersWithRole` are never null: refused below the owner of the repositories they would take these with them. Of somebody who is no
 * organisation it is empty, and no error. Only counts of members, which need no `first`; and only fields that GitHub Enterprise Server 3.12
 * has. Beside two lists of 25 repositories with topics it makes 154 requests of connections, which are two points instead of one.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#predicting-the-point-value-of-a-query
 */
export const peopleFields = `
        people: repositoryOwner(login: $owner) {
          ... on Organization {
            membersWithRole { totalCount }
            teams(first: ${MOST_TEAMS}, orderBy: {field: NAME, direction: ASC}) {
              totalCount
              nodes {
                id slug name description updatedAt
                parentTeam { id }
                members(membership: IMMEDIATE) { totalCount }
              }
            }
          }
        }`;
