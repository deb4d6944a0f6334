import type { JsonObject } from '@backstage/types';
import type { PortalCredentials } from '@callboard/github-sandbox';

/**
 * Connects stock to the sandbox as presets/demo.yaml does it: by an App, as to a GitHub Enterprise, and with `github.com` mapped to it as
 * well. Page sizes are small, so that everything has several pages.
 */
export function portalConfig(options: {
  /** The sandbox. */
  url: string;
  credentials: PortalCredentials;
}): JsonObject {
  const { url, credentials } = options;
  const { host } = new URL(url);
  const { app, oauthApp } = credentials;
  const apps = [
    {
      appId: app.id,
      clientId: app.clientId,
      clientSecret: app.clientSecret,
      privateKey: app.privateKey,
      webhookSecret: app.webhookSecret,
    },
  ];
  const schedule = {
    frequency: { hours: 1 },
    timeout: { minutes: 3 },
    initialDelay: { seconds: 0 },
  };
  return {
    auth: {
      environment: 'production',
      providers: {
        github: {
          production: {
            ...oauthApp,
            enterpriseInstanceUrl: url,
            signIn: {
              resolvers: [{ resolver: 'usernameMatchingUserEntityName' }],
            },
          },
        },
      },
    },
    integrations: {
      github: [
        {
          host,
          apiBaseUrl: `${url}/api/v3`,
          rawBaseUrl: `${url}/raw`,
          apps,
        },
        {
          host: 'github.com',
          apiBaseUrl: url,
          rawBaseUrl: `${url}/raw`,
          apps,
        },
      ],
    },
    events: { modules: { github: { webhookSecret: app.webhookSecret } } },
    catalog: {
      providers: {
        github: {
          enterprise: {
            host,
            organization: 'acme',
            catalogPath: '/catalog-info.yaml',
            filters: { repository: '(?!mapped-).*' },
            pageSizes: { repositories: 3 },
            validateLocationsExist: true,
            schedule,
          },
          mapped: {
            host: 'github.com',
            organization: 'acme',
            catalogPath: '/deeper/catalog-info.yaml',
            filters: { repository: 'mapped-.*' },
            schedule,
          },
        },
        githubOrg: {
          id: 'sandbox',
          githubUrl: url,
          orgs: ['acme'],
          pageSizes: { teams: 2, teamMembers: 1, organizationMembers: 1 },
          excludeSuspendedUsers: true,
          experimental_checkForSuspendedUsersWithRest: true,
          schedule,
        },
      },
      locations: [
        {
          type: 'url',
          target: 'https://github.com/acme/templates/blob/main/template.yaml',
          rules: [{ allow: ['Template'] }],
        },
        {
          type: 'url',
          target: `${url}/acme/templates/blob/main/everything/template.yaml`,
          rules: [{ allow: ['Template'] }],
        },
      ],
    },
  };
}
