import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  extendSchema,
  graphql,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { repositoryRoot } from '../../../servers/repositoryRoot';
import { json, type StandInAnswer } from '../startStandIn';
import { gitHubPeople, SUSPENDED } from './gitHubPeople';

/** The package exports it to ES modules only, which tests are not. */
const PUBLISHED = join(
  repositoryRoot(),
  'node_modules/@octokit/graphql-schema/schema.graphql',
);

let schema: GraphQLSchema | undefined;

const CHANGED = '2026-01-01T00:00:00Z';

const lastPage = { endCursor: null, hasNextPage: false };

/** Runs a query against the schema that GitHub publishes: what is not in it is an error, and so is an answer that it does not allow. */
export async function answerGitHubQuery(
  world: { url: string; catalogInfo: string },
  request: { query: string; variables?: Record<string, unknown> },
): Promise<StandInAnswer> {
  schema ??= readSchema();
  return json(
    await graphql({
      schema,
      source: request.query,
      variableValues: request.variables,
      rootValue: {
        organization: ({ login }: { login: string }) =>
          login === 'acme' ? createOrganization(world) : null,
        repositoryOwner: ({ login }: { login: string }) =>
          login === 'acme' ? createOrganization(world) : null,
      },
    }),
  );
}

function readSchema() {
  return extendSchema(
    buildSchema(readFileSync(PUBLISHED, 'utf8'), { assumeValid: true }),
    // Of servers of one's own only.
    parse('extend type User { suspendedAt: DateTime }'),
  );
}

function createOrganization(world: { url: string; catalogInfo: string }) {
  const { url, catalogInfo } = world;
  const people = gitHubPeople.map(({ nodeId, ...person }) => ({
    ...person,
    __typename: 'User',
    id: nodeId,
    avatarUrl: `${url}/avatars/u/${person.id}`,
    bio: null,
    suspendedAt: person.isSuspended ? SUSPENDED : null,
    organizationVerifiedDomainEmails: [],
  }));
  const web = {
    __typename: 'Repository',
    id: 'R_1',
    databaseId: 1,
    owner: { __typename: 'Organization', login: 'acme' },
    description: null,
    isEmpty: false,
    homepageUrl: null,
    hasWikiEnabled: false,
    primaryLanguage: null,
    pushedAt: CHANGED,
    updatedAt: CHANGED,
    name: 'web',
    url: `${url}/acme/web`,
    isArchived: false,
    isFork: false,
    visibility: 'PRIVATE',
    repositoryTopics: { nodes: [] },
    defaultBranchRef: {
      name: 'main',
      target: {
        __typename: 'Commit',
        oid: '1'.repeat(40),
        committedDate: CHANGED,
      },
    },
    object: ({ expression }: { expression: string }) =>
      expression === 'HEAD:catalog-info.yaml'
        ? {
            __typename: 'Blob',
            id: 'B_1',
            oid: '2'.repeat(40),
            text: catalogInfo,
            isTruncated: false,
            isBinary: false,
            byteSize: catalogInfo.length,
          }
        : null,
  };
  const core = {
    __typename: 'Team',
    id: 'T_1',
    updatedAt: CHANGED,
    slug: 'core',
    combinedSlug: 'acme/core',
    name: 'Core',
    description: null,
    avatarUrl: null,
    editTeamUrl: `${url}/orgs/acme/teams/core/edit`,
    parentTeam: null,
    members: { nodes: people.slice(0, 1), pageInfo: lastPage, totalCount: 1 },
  };
  return {
    __typename: 'Organization',
    id: 'O_1',
    login: 'acme',
    viewerIsAMember: true,
    membersWithRole: {
      nodes: people,
      pageInfo: lastPage,
      totalCount: people.length,
    },
    teams: { nodes: [core], pageInfo: lastPage, totalCount: 1 },
    team: ({ slug }: { slug: string }) => (slug === core.slug ? core : null),
    repositories: {
      nodes: [web],
      edges: [{ cursor: 'C_1', node: web }],
      pageInfo: lastPage,
      totalCount: 1,
    },
    repository: ({ name }: { name: string }) =>
      name === web.name ? web : null,
  };
}
