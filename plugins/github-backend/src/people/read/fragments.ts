/** What is asked of each person. `email` is of tokens, since an App is not shown it. */
export function personFields(options: {
  email: boolean;
  suspended: boolean;
}): string {
  const { email, suspended } = options;
  return `fragment person on User {
  id login name bio avatarUrl
  ${email ? 'email' : ''}
  ${suspended ? 'suspendedAt' : ''}
  organizationVerifiedDomainEmails(login: $org)
}`;
}

/** Of each team. Its members by login alone: all else is known from the organisation's own list. */
export const teamFields = `fragment team on Team {
  id slug combinedSlug name description avatarUrl editTeamUrl
  parentTeam { id slug }
  members(first: $teamMembers, membership: IMMEDIATE) {
    pageInfo { hasNextPage endCursor }
    nodes { login }
  }
}`;

/** The next page of one team's members. */
export function moreMembers(options: { alias: string }): string {
  const { alias } = options;
  return `${alias}: node(id: $${alias}) {
    ... on Team {
      members(first: $teamMembers, after: $${alias}After, membership: IMMEDIATE) {
        pageInfo { hasNextPage endCursor }
        nodes { login }
      }
    }
  }`;
}
