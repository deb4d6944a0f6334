import type {
  FeatureFacts,
  PermissionComparison,
  PermissionRow,
} from '@callboard/plugin-connections-common';

const row = (options: Partial<PermissionRow>): PermissionRow => ({
  permission: 'contents',
  title: 'Contents',
  scope: 'repository',
  granted: 'read',
  needed: 'read',
  neededBy: [
    {
      feature: 'Catalog from repositories',
      level: 'read',
      route: 'GET /repos/{owner}/{repo}/contents/{path}',
    },
  ],
  verdict: 'ok',
  ...options,
});

/** Everything that is needed is granted, and nothing else. */
export const finePermissions: PermissionComparison = {
  rows: [
    row({}),
    row({
      permission: 'metadata',
      title: 'Metadata',
      neededBy: [
        {
          feature: 'Catalog from repositories',
          level: 'read',
          route: 'GET /repos/{owner}/{repo}',
        },
      ],
    }),
    row({
      permission: 'members',
      title: 'Members',
      scope: 'organization',
      neededBy: [
        {
          feature: 'People and teams',
          level: 'read',
          route: 'GraphQL Organization.membersWithRole',
        },
      ],
    }),
  ],
  missing: [],
  needless: [],
};

/** One is missing, one needless. */
export const wrongPermissions: PermissionComparison = {
  rows: [
    ...finePermissions.rows,
    row({
      permission: 'issues',
      title: 'Issues',
      granted: 'write',
      needed: undefined,
      neededBy: [],
      verdict: 'needless',
    }),
    row({
      permission: 'administration',
      title: 'Administration',
      granted: 'read',
      needed: 'write',
      neededBy: [
        {
          feature: 'Templates that create repositories',
          level: 'write',
          route: 'POST /orgs/{org}/repos',
        },
      ],
      verdict: 'missing',
    }),
  ],
  missing: ['Administration: write'],
  needless: ['Issues: write'],
};

export const features: FeatureFacts[] = [
  {
    id: 'catalog-discovery',
    title: 'Catalog from repositories',
    on: true,
    because: 'catalog.providers.github is set',
    permissions: [
      {
        permission: 'contents',
        title: 'Contents',
        scope: 'repository',
        level: 'read',
        route: 'GET /repos/{owner}/{repo}/contents/{path}',
      },
    ],
  },
  {
    id: 'people',
    title: 'People and teams',
    on: true,
    because: 'catalog.providers.githubOrg is set',
    permissions: [
      {
        permission: 'members',
        title: 'Members',
        scope: 'organization',
        level: 'read',
        route: 'GraphQL Organization.membersWithRole',
      },
    ],
  },
  {
    id: 'create-repositories',
    title: 'Templates that create repositories',
    on: false,
    because: 'no template uses publish:github',
    permissions: [
      {
        permission: 'contents',
        title: 'Contents',
        scope: 'repository',
        level: 'write',
        route: 'PUT /repos/{owner}/{repo}/contents/{path}',
      },
      {
        permission: 'administration',
        title: 'Administration',
        scope: 'repository',
        level: 'write',
        route: 'POST /orgs/{org}/repos',
      },
    ],
  },
];
