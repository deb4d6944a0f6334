import type { JsonObject } from '@backstage/types';

const KINDS = [
  'API',
  'Component',
  'Domain',
  'Group',
  'Location',
  'Resource',
  'System',
  'User',
];

/** The configuration of a server under test. Nothing but the database's name and the port differs between the two. */
export function catalogConfig(options: {
  port: number;
  token: string;
  database: JsonObject;
}): JsonObject {
  const { port, token, database } = options;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'bench' } },
        ],
      },
    },
    permission: { enabled: false },
    catalog: {
      rules: [{ allow: KINDS }],
      // So that nothing is processed again while the battery runs.
      processingInterval: { hours: 24 },
    },
  };
}
