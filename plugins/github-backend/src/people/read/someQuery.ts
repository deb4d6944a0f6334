import { personFields, teamFields } from './fragments';

/** One request for what is true of some people and some teams. */
export function someQuery(options: {
  organisation: string;
  logins: string[];
  slugs: string[];
  teamMembers: number;
  email: boolean;
  suspended: boolean;
}): { query: string; variables: Record<string, unknown> } {
  const { organisation, logins, slugs, teamMembers, email, suspended } =
    options;
  const declared = [
    '$org: String!',
    ...(slugs.length > 0 ? ['$teamMembers: Int!'] : []),
    ...logins.map((_, index) => `$p${index}: String!`),
    ...slugs.map((_, index) => `$t${index}: String!`),
  ];
  const query = `query somePeople(${declared.join(', ')}) {
  rateLimit { cost }
  organization(login: $org) {
    login
    viewerIsAMember
    ${slugs
      .map((_, index) => `t${index}: team(slug: $t${index}) { ...team }`)
      .join('\n')}
  }
  ${logins
    .map(
      (_, index) =>
        `p${index}: user(login: $p${index}) { ...person organization(login: $org) { login } }`,
    )
    .join('\n')}
}
${logins.length > 0 ? personFields({ email, suspended }) : ''}
${slugs.length > 0 ? teamFields : ''}`;
  return {
    query,
    variables: {
      org: organisation,
      ...(slugs.length > 0 && { teamMembers }),
      ...Object.fromEntries(logins.map((login, i) => [`p${i}`, login])),
      ...Object.fromEntries(slugs.map((slug, i) => [`t${i}`, slug])),
    },
  };
}
