import type { JsonObject } from '@backstage/types';
import type { PortalCredentials } from '@callboard/github-sandbox';
import { ORGANISATION } from './companyNames';

/**
 * A backend with an App: components and the organisation, with the page sizes that the modules have of themselves.
 * The same for stock and for Callboard.
 */
export function catalogConfig(options: {
  port: number;
  token: string;
  sandboxUrl: string;
  credentials: PortalCredentials;
  /** How often providers run and entities are processed, at the most; the catalog takes up to half as long again for the latter. */
  cycleSeconds: number;
  /** Further settings of Callboard's own. */
  own?: JsonObject;
  /** A folder. @defaultValue databases in memory */
  databases?: string;
}): JsonObject {
  const { port, token, sandboxUrl, credentials, cycleSeconds, own } = options;
  const { databases } = options;
  const { app } = credentials;
  const { host } = new URL(sandboxUrl);
  const baseUrl = `http://127.0.0.1:${port}`;
  const schedule = {
    frequency: { seconds: cycleSeconds },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 0 },
  };
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: databases ? { directory: databases } : ':memory:',
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'bench' } },
        ],
      },
    },
    permission: { enabled: false },
    ...(own && { callboard: { github: { catalog: own } } }),
    integrations: {
      github: [
        {
          host,
          apiBaseUrl: `${sandboxUrl}/api/v3`,
          apps: [
            {
              appId: app.id,
              clientId: app.clientId,
              clientSecret: app.clientSecret,
              privateKey: app.privateKey,
              webhookSecret: app.webhookSecret,
            },
          ],
        },
      ],
    },
    events: { modules: { github: { webhookSecret: app.webhookSecret } } },
    catalog: {
      processingInterval: { seconds: cycleSeconds },
      providers: {
        github: { host, organization: ORGANISATION, schedule },
        githubOrg: {
          id: 'bench',
          githubUrl: sandboxUrl,
          orgs: [ORGANISATION],
          schedule,
        },
      },
    },
  };
}
