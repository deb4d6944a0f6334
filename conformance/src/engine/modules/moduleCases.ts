import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import keycloak from '@backstage-community/plugin-catalog-backend-module-keycloak';
import github from '@backstage/plugin-catalog-backend-module-github';
import githubOrg from '@backstage/plugin-catalog-backend-module-github-org';
import gitlab from '@backstage/plugin-catalog-backend-module-gitlab';
import gitlabOrg from '@backstage/plugin-catalog-backend-module-gitlab-org';
import ldap from '@backstage/plugin-catalog-backend-module-ldap';
import msgraph from '@backstage/plugin-catalog-backend-module-msgraph';
import type { StubHandler } from './stubServer';

/** A module that brings entities from a server, and what it has to bring from the stub of it. */
export type ModuleCase = {
  feature: BackendFeature;
  config(stubUrl: string): { catalog: JsonObject; integrations?: JsonObject };
  answer: StubHandler;
  /** Files behind the locations that it brings. */
  files?: Record<string, string>;
  expected: string[];
};

const schedule = { frequency: { hours: 1 }, timeout: { minutes: 10 } };
const lastPage = { hasNextPage: false, endCursor: null };

const component = (name: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, owner: team }
`;

export const moduleCases: Record<string, ModuleCase> = {
  github: {
    feature: github,
    config: apiBaseUrl => ({
      integrations: {
        github: [{ host: 'github.com', apiBaseUrl, token: 'secret' }],
      },
      catalog: {
        providers: { github: { organization: 'acme', schedule } },
      },
    }),
    answer: ({ body }) =>
      body.includes('repositories(') && {
        data: {
          repositoryOwner: {
            login: 'acme',
            repositories: {
              pageInfo: lastPage,
              nodes: [
                {
                  name: 'web',
                  url: 'https://github.com/acme/web',
                  isArchived: false,
                  isFork: false,
                  visibility: 'public',
                  repositoryTopics: { nodes: [] },
                  defaultBranchRef: { name: 'main' },
                  catalogInfoFile: null,
                },
              ],
            },
          },
        },
      },
    files: {
      'https://github.com/acme/web/tree/main/catalog-info.yaml':
        component('from-github'),
    },
    expected: ['component:default/from-github'],
  },
  'github-org': {
    feature: githubOrg,
    config: apiBaseUrl => ({
      integrations: {
        github: [{ host: 'github.com', apiBaseUrl, token: 'secret' }],
      },
      catalog: {
        providers: {
          githubOrg: {
            id: 'acme',
            githubUrl: 'https://github.com',
            orgs: ['acme'],
            schedule,
          },
        },
      },
    }),
    answer: ({ body }) => {
      if (body.includes('membersWithRole')) {
        return {
          data: {
            organization: {
              membersWithRole: {
                pageInfo: lastPage,
                nodes: [{ login: 'octo', name: 'Octo Cat', id: 'U1' }],
              },
            },
          },
        };
      }
      return {
        data: {
          organization: {
            teams: {
              pageInfo: lastPage,
              nodes: [
                {
                  slug: 'core',
                  combinedSlug: 'acme/core',
                  name: 'Core',
                  members: {
                    pageInfo: lastPage,
                    nodes: [{ login: 'octo', id: 'U1' }],
                  },
                },
              ],
            },
          },
        },
      };
    },
    expected: ['group:default/core', 'user:default/octo'],
  },
  gitlab: {
    feature: gitlab,
    config: url => ({
      integrations: {
        gitlab: [
          {
            host: 'gitlab.test',
            baseUrl: url,
            apiBaseUrl: `${url}/api/v4`,
            token: 'secret',
          },
        ],
      },
      catalog: {
        providers: {
          gitlab: { all: { host: 'gitlab.test', group: 'acme', schedule } },
        },
      },
    }),
    answer: ({ url }) => {
      if (url.pathname.endsWith('/groups/acme/projects')) {
        return [
          {
            id: 1,
            name: 'web',
            path_with_namespace: 'acme/web',
            web_url: 'https://gitlab.test/acme/web',
            default_branch: 'main',
            archived: false,
            last_activity_at: '2026-01-01T00:00:00Z',
          },
        ];
      }
      return url.pathname.includes('/repository/files/') ? {} : undefined;
    },
    files: {
      'https://gitlab.test/acme/web/-/blob/main/catalog-info.yaml':
        component('from-gitlab'),
    },
    expected: ['component:default/from-gitlab'],
  },
  'gitlab-org': {
    feature: gitlabOrg,
    config: url => ({
      integrations: {
        gitlab: [
          {
            host: 'gitlab.test',
            baseUrl: url,
            apiBaseUrl: `${url}/api/v4`,
            token: 'secret',
          },
        ],
      },
      catalog: {
        providers: {
          gitlab: {
            org: {
              host: 'gitlab.test',
              orgEnabled: true,
              group: 'acme',
              schedule,
            },
          },
        },
      },
    }),
    answer: ({ url }) => {
      if (url.pathname.endsWith('/users')) {
        return [
          {
            id: 7,
            username: 'tanuki',
            name: 'Tanuki',
            state: 'active',
            email: 'tanuki@example.com',
            web_url: 'https://gitlab.test/tanuki',
          },
        ];
      }
      if (url.pathname.endsWith('/groups')) {
        return [
          { id: 3, name: 'core', full_path: 'acme/core', description: '' },
        ];
      }
      if (url.pathname.endsWith('/api/graphql')) {
        return {
          data: {
            group: {
              groupMembers: {
                nodes: [{ user: { id: 'gid://gitlab/User/7' } }],
                pageInfo: lastPage,
              },
            },
          },
        };
      }
      return undefined;
    },
    expected: ['group:default/core', 'user:default/tanuki'],
  },
  msgraph: {
    feature: msgraph,
    config: url => ({
      catalog: {
        providers: {
          microsoftGraphOrg: {
            acme: {
              target: `${url}/v1.0`,
              authority: 'https://login.test',
              tenantId: 'tenant',
              clientId: 'client',
              clientSecret: 'secret',
              schedule,
            },
          },
        },
      },
    }),
    answer: ({ url }) => {
      if (url.pathname === '/v1.0/users') {
        return {
          value: [
            {
              id: 'u1',
              displayName: 'Ada',
              mail: 'ada@example.com',
              userPrincipalName: 'ada@example.com',
            },
          ],
        };
      }
      if (url.pathname === '/v1.0/organization/tenant') {
        return { id: 'tenant', displayName: 'Acme' };
      }
      if (url.pathname === '/v1.0/groups') {
        return {
          value: [{ id: 'g1', displayName: 'Core', mailNickname: 'core' }],
        };
      }
      if (url.pathname === '/v1.0/groups/g1/members') {
        return {
          value: [{ '@odata.type': '#microsoft.graph.user', id: 'u1' }],
        };
      }
      return url.pathname.endsWith('/photos') ? { value: [] } : undefined;
    },
    expected: [
      'group:default/acme',
      'group:default/core',
      'user:default/ada_example.com',
    ],
  },
  ldap: {
    feature: ldap,
    config: () => ({
      catalog: {
        providers: {
          ldapOrg: {
            default: {
              target: 'ldap://ldap.test',
              bind: { dn: 'cn=admin', secret: 'secret' },
              users: [{ dn: 'ou=people', options: { filter: '(uid=*)' } }],
              groups: [{ dn: 'ou=groups', options: { filter: '(cn=*)' } }],
              schedule,
            },
          },
        },
      },
    }),
    answer: () => undefined,
    expected: ['group:default/core', 'user:default/grace'],
  },
  keycloak: {
    feature: keycloak,
    config: baseUrl => ({
      catalog: {
        providers: {
          keycloakOrg: {
            default: {
              baseUrl,
              loginRealm: 'master',
              realm: 'acme',
              clientId: 'client',
              clientSecret: 'secret',
              schedule,
            },
          },
        },
      },
    }),
    answer: ({ url }) => {
      switch (url.pathname.replace(/\/$/, '')) {
        case '/realms/master/protocol/openid-connect/token':
          return {
            access_token: `x.${Buffer.from(
              JSON.stringify({ exp: 4_000_000_000 }),
            ).toString('base64url')}.x`,
            refresh_token: 'x',
          };
        case '/admin/serverinfo':
          return { systemInfo: { version: '26.0.0' } };
        case '/admin/realms/acme/users/count':
          return 1;
        case '/admin/realms/acme/users':
          return [{ id: 'k1', username: 'kay', email: 'kay@example.com' }];
        case '/admin/realms/acme/groups/count':
          return { count: 1 };
        case '/admin/realms/acme/groups':
          return [{ id: 'kg1', name: 'core', path: '/core', subGroupCount: 0 }];
        case '/admin/realms/acme/groups/kg1':
          return { id: 'kg1', name: 'core', path: '/core' };
        case '/admin/realms/acme/groups/kg1/members':
          return url.searchParams.get('first') === '0'
            ? [{ id: 'k1', username: 'kay' }]
            : [];
        default:
          return undefined;
      }
    },
    expected: ['group:default/core', 'user:default/kay'],
  },
};
