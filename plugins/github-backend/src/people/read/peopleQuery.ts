import { moreMembers, personFields, teamFields } from './fragments';

/** What one request asks for. Cursors: undefined for the first page. */
export interface PeopleStep {
  people?: { after?: string };
  teams?: { after?: string };
  /** Teams of which more members are to come. */
  rest: { teamId: string; after: string }[];
}

/** One request for pages of people, of teams and of the members of large teams, as many of them as are still open. */
export function peopleQuery(options: {
  organisation: string;
  step: PeopleStep;
  sizes: { people: number; teams: number; teamMembers: number };
  email: boolean;
  suspended: boolean;
}): { query: string; variables: Record<string, unknown> } {
  const { organisation, step, sizes, email, suspended } = options;
  const { people, teams } = step;
  const rest = step.rest.map((each, index) => ({
    ...each,
    alias: `t${index}`,
  }));
  const needsMembers = Boolean(teams) || rest.length > 0;
  const declared = [
    '$org: String!',
    people && '$people: Int!, $peopleAfter: String',
    teams && '$teams: Int!, $teamsAfter: String',
    needsMembers && '$teamMembers: Int!',
    ...rest.map(({ alias }) => `$${alias}: ID!, $${alias}After: String`),
  ].filter(Boolean);
  const query = `query people(${declared.join(', ')}) {
  rateLimit { cost }
  organization(login: $org) {
    login
    viewerIsAMember
    ${
      people
        ? `membersWithRole(first: $people, after: $peopleAfter) {
      pageInfo { hasNextPage endCursor }
      nodes { ...person }
    }`
        : ''
    }
    ${
      teams
        ? `teams(first: $teams, after: $teamsAfter) {
      pageInfo { hasNextPage endCursor }
      nodes { ...team }
    }`
        : ''
    }
  }
  ${rest.map(moreMembers).join('\n')}
}
${people ? personFields({ email, suspended }) : ''}
${teams ? teamFields : ''}`;
  return {
    query,
    variables: {
      org: organisation,
      ...(people && { people: sizes.people, peopleAfter: people.after }),
      ...(teams && { teams: sizes.teams, teamsAfter: teams.after }),
      ...(needsMembers && { teamMembers: sizes.teamMembers }),
      ...Object.fromEntries(
        rest.flatMap(({ alias, teamId, after }) => [
          [alias, teamId],
          [`${alias}After`, after],
        ]),
      ),
    },
  };
}
