import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { ServerKind } from './startServer';

/** What stock's create-app 0.9.2 writes into app-config.yaml about the catalog and permissions. */
const STOCK_BASE: JsonObject = {
  app: { title: 'Stock', baseUrl: 'http://localhost' },
  organization: { name: 'Stock' },
  permission: { enabled: true },
  catalog: {
    rules: [{ allow: ['Component', 'System', 'API', 'Resource', 'Location'] }],
  },
};

/** A server's whole configuration: its own base, what every server under test needs, and what the test asks for. */
export function serverConfig(options: {
  kind: ServerKind;
  root: string;
  data: string;
  port: number;
  token: string;
  config: JsonObject;
}): JsonObject {
  const { kind, root, data, port, token, config } = options;
  const baseUrl = `http://127.0.0.1:${port}`;
  const base =
    kind === 'callboard' ? callboardBase({ root, data, baseUrl }) : STOCK_BASE;
  const common: JsonObject = {
    app: { baseUrl, ...(kind === 'callboard' && { serve: false }) },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: ':memory:',
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'conformance' } },
        ],
      },
    },
    auth: {
      providers: {
        guest: {
          userEntityRef: 'user:default/guest',
          dangerouslyAllowOutsideDevelopment: true,
        },
      },
    },
  };
  return ConfigReader.fromConfigs(
    [base, common, config].map((layer, index) => ({
      context: ['base', 'common', 'test'][index],
      data: layer,
    })),
  ).get();
}

/** The base layer that an operator gets, as it is in the repository. */
function callboardBase(options: {
  root: string;
  data: string;
  baseUrl: string;
}): JsonObject {
  const { root, data, baseUrl } = options;
  const variables: Record<string, string> = {
    CALLBOARD_BASE_URL: baseUrl,
    CALLBOARD_DATA: data,
  };
  const text = readFileSync(join(root, 'app-config.yaml'), 'utf8').replace(
    /\$\{(\w+)(?::-([^}]*))?\}/g,
    (_, name, fallback) => variables[name] ?? fallback ?? '',
  );
  return parse(text);
}
