import { ServiceUnavailableError } from '@backstage/errors';
import { askGraphql } from '../read/askGraphql';
import { createPageScale } from '../read/createPageScale';
import type { OpenOrganisation } from '../read/openOrganisation';
import { refusalOf } from '../read/refusalOf';

/** A repository that a team may write to. */
export interface TeamGrant {
  repository: string;
  slug: string;
  permission: 'admin' | 'maintain' | 'write';
}

const WRITING = ['ADMIN', 'MAINTAIN', 'WRITE'];
const PAGE = { teams: 20, repositories: 100 };
const REST_AT_A_TIME = 20;

interface Edges {
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: ({ permission: string; node: { name: string } | null } | null)[];
}

/**
 * The repositories that the teams of an organisation may write to, 20 teams with 100 repositories each in a request. Throws where GitHub
 * does not say, or leaves parts out even of small pages.
 */
export async function readTeamAccess(options: {
  open: OpenOrganisation;
  host: string;
  organisation: string;
}): Promise<TeamGrant[]> {
  const { open, host, organisation } = options;
  const scale = createPageScale();
  const grants: TeamGrant[] = [];
  let teams: { after?: string } | undefined = {};
  let rest: { id: string; slug: string; after: string }[] = [];

  while (teams || rest.length > 0) {
    const some = rest.slice(0, REST_AT_A_TIME);
    const answer = await askGraphql({
      octokit: open.octokit,
      query: accessQuery({ hasTeams: Boolean(teams), rest: some.length }),
      variables: {
        org: organisation,
        repositories: scale.of(PAGE.repositories),
        ...(teams && { teams: scale.of(PAGE.teams), teamsAfter: teams.after }),
        ...Object.fromEntries(
          some.flatMap(({ id, after }, i) => [
            [`t${i}`, id],
            [`t${i}After`, after],
          ]),
        ),
      },
    });
    const { data, errors, isTooMuch } = answer;
    if (isTooMuch && scale.shrink()) continue;
    if (!data?.organization) throw refusalOf({ answer, host, organisation });
    if (errors.length > 0) {
      throw new ServiceUnavailableError(
        `GitHub left out parts of what teams of ${organisation} may do: ${errors[0].message}`,
      );
    }
    scale.grow();
    rest = rest.slice(some.length);
    const page = data.organization.teams as
      | {
          pageInfo: { hasNextPage: boolean; endCursor: string };
          nodes: { id: string; slug: string; repositories: Edges }[];
        }
      | undefined;
    const seen = [
      ...(page?.nodes ?? []),
      ...some.map((each, i) => ({ ...each, ...data[`t${i}`] })),
    ];
    for (const { id, slug, repositories } of seen) {
      for (const edge of repositories?.edges ?? []) {
        if (edge?.node && WRITING.includes(edge.permission)) {
          grants.push({
            ...{ repository: edge.node.name, slug },
            permission:
              edge.permission.toLowerCase() as TeamGrant['permission'],
          });
        }
      }
      if (repositories?.pageInfo.hasNextPage) {
        rest.push({ id, slug, after: repositories.pageInfo.endCursor });
      }
    }
    teams = page?.pageInfo.hasNextPage
      ? { after: page.pageInfo.endCursor }
      : undefined;
  }
  return grants;
}

/** Of the next teams, and of the further repositories of so many others. */
export function accessQuery(options: {
  hasTeams: boolean;
  rest: number;
}): string {
  const { hasTeams } = options;
  const rest = Array.from({ length: options.rest }, (_, index) => `t${index}`);
  const declared = [
    '$org: String!, $repositories: Int!',
    ...(hasTeams ? ['$teams: Int!, $teamsAfter: String'] : []),
    ...rest.map(alias => `$${alias}: ID!, $${alias}After: String`),
  ];
  const edges = `pageInfo { hasNextPage endCursor }
        edges { permission node { name } }`;
  return `query teamAccess(${declared.join(', ')}) {
  rateLimit { cost }
  organization(login: $org) {
    login
    ${
      hasTeams
        ? `teams(first: $teams, after: $teamsAfter) {
      pageInfo { hasNextPage endCursor }
      nodes { id slug repositories(first: $repositories) { ${edges} } }
    }`
        : ''
    }
  }
  ${rest
    .map(
      alias =>
        `${alias}: node(id: $${alias}) { ... on Team { repositories(first: $repositories, after: $${alias}After) { ${edges} } } }`,
    )
    .join('\n')}
}`;
}
