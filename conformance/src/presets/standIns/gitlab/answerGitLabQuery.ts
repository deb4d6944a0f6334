import { buildSchema, graphql } from 'graphql';
import { json, type StandInAnswer } from '../startStandIn';
import type { GitLabData } from './createGitLabData';

/** The part of GitLab's GraphQL schema that the portal uses, with names, types and nullability of its reference documentation. */
const schema = buildSchema(`
  type Query {
    group(fullPath: ID!): Group
  }
  type Group {
    id: ID!
    name: String!
    description: String
    fullPath: ID!
    visibility: String
    parent: Group
    descendantGroups(first: Int, after: String): GroupConnection
    groupMembers(relations: [GroupMemberRelation!], first: Int, after: String): GroupMemberConnection
  }
  type GroupConnection { nodes: [Group], pageInfo: PageInfo! }
  type GroupMemberConnection { nodes: [GroupMember], pageInfo: PageInfo! }
  type GroupMember { id: ID!, user: UserCore }
  type UserCore {
    id: ID!
    username: String!
    name: String!
    publicEmail: String
    state: UserState!
    webUrl: String!
    avatarUrl: String
  }
  type PageInfo { endCursor: String, hasNextPage: Boolean! }
  enum UserState { active banned blocked deactivated ldap_blocked }
  enum GroupMemberRelation { DESCENDANTS DIRECT INHERITED SHARED_FROM_GROUPS }
`);

const lastPage = { endCursor: null, hasNextPage: false };

/** Runs a query as GitLab would: what is not in the schema is an error. */
export async function answerGitLabQuery(
  data: GitLabData,
  request: { query: string; variables?: Record<string, unknown> },
): Promise<StandInAnswer> {
  const group = (fullPath: string): object | null => {
    const found = data.groups.find(each => each.full_path === fullPath);
    return (
      (found && {
        ...found,
        id: `gid://gitlab/Group/${found.id}`,
        fullPath,
        parent: () => {
          const parent = data.groups.find(each => each.id === found.parent_id);
          return parent && group(parent.full_path);
        },
        descendantGroups: () => ({
          nodes: data.groups
            .filter(each => each.full_path.startsWith(`${fullPath}/`))
            .map(each => group(each.full_path)),
          pageInfo: lastPage,
        }),
        groupMembers: () => ({
          nodes: data.users
            .filter(each => data.members[fullPath]?.includes(each.username))
            .map(each => ({
              id: `gid://gitlab/GroupMember/${each.id}`,
              user: {
                ...each,
                id: `gid://gitlab/User/${each.id}`,
                publicEmail: each.public_email,
                webUrl: each.web_url,
                avatarUrl: each.avatar_url,
              },
            })),
          pageInfo: lastPage,
        }),
      }) ??
      null
    );
  };
  return json(
    await graphql({
      schema,
      source: request.query,
      variableValues: request.variables,
      rootValue: {
        group: (given: { fullPath: string }) => group(given.fullPath),
      },
    }),
  );
}
