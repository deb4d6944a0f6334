import type { JsonObject } from '@backstage/types';

/** Several sources of one organisation, each with other options; every location is read once, so that requests can be counted. */
export function mirrorConfig(options: {
  /** The sandbox. */
  url: string;
  app: { id: number; privateKey: string };
}): JsonObject {
  const { url, app } = options;
  const { host } = new URL(url);
  const source = {
    host,
    organization: 'acme',
    schedule: {
      frequency: { hours: 1 },
      timeout: { minutes: 3 },
      initialDelay: { seconds: 0 },
    },
  };
  return {
    integrations: {
      github: [
        {
          host,
          apiBaseUrl: `${url}/api/v3`,
          rawBaseUrl: `${url}/raw`,
          apps: [
            {
              appId: app.id,
              clientId: 'Iv1.portal',
              clientSecret: 'portal-secret',
              privateKey: app.privateKey,
              webhookSecret: 'hook-secret',
            },
          ],
        },
      ],
    },
    catalog: {
      processingInterval: { hours: 24 },
      rules: [
        { allow: ['Component', 'System', 'API', 'Resource', 'Location'] },
      ],
      providers: {
        github: {
          usual: source,
          nested: {
            ...source,
            catalogPath: '/services/*/catalog-info.yaml',
            filters: { repository: 'nested|plain' },
          },
          topics: {
            ...source,
            catalogPath: '/topic.yaml',
            filters: { topic: { include: ['backstage'], exclude: ['old'] } },
            validateLocationsExist: true,
          },
          archived: {
            ...source,
            filters: { repository: 'o.d', allowArchived: true },
          },
          own: {
            ...source,
            filters: { allowForks: false, visibility: ['private'] },
            catalogPath: '/own.yaml',
            validateLocationsExist: true,
          },
        },
      },
    },
  };
}
