import type { JsonObject } from '@backstage/types';
import type { PortalCredentials } from '@callboard/github-sandbox';

/** A portal that is connected to the sandbox as to a GitHub Enterprise, with everything on that the demonstration has on. */
export function sceneConfig(options: {
  /** The sandbox. */
  url: string;
  portalUrl: string;
  credentials: PortalCredentials;
  /** The folder of the databases. */
  data: string;
  hasApp: boolean;
  token?: string;
}): JsonObject {
  const { url, portalUrl, credentials, data, hasApp, token } = options;
  const { host } = new URL(url);
  const { app, oauthApp } = credentials;
  return {
    app: { baseUrl: portalUrl },
    backend: {
      baseUrl: portalUrl,
      database: { client: 'better-sqlite3', connection: { directory: data } },
    },
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
          ...(hasApp && {
            apps: [
              {
                appId: app.id,
                clientId: app.clientId,
                clientSecret: app.clientSecret,
                privateKey: app.privateKey,
                webhookSecret: app.webhookSecret,
              },
            ],
          }),
          ...(token && { token }),
        },
      ],
    },
    ...(hasApp && {
      events: { modules: { github: { webhookSecret: app.webhookSecret } } },
    }),
    catalog: {
      rules: [{ allow: ['Component', 'Template'] }],
      providers: {
        github: { acme: { host, organization: 'acme' } },
        githubOrg: { id: 'acme', githubUrl: url, orgs: ['acme'] },
      },
    },
  };
}
