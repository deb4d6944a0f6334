import type { JsonObject } from '@backstage/types';
import type { Config } from '@backstage/config';

/** What the keys of an integration say about its credential. The value itself is never read. */
const CREDENTIALS: [key: string, credential: string][] = [
  ['token', 'token'],
  ['apiToken', 'API token'],
  ['personalAccessToken', 'personal access token'],
  ['clientSecret', 'client secret'],
  ['managedIdentityClientId', 'managed identity'],
  ['appPassword', 'app password'],
  ['password', 'password'],
  ['privateKey', 'private key'],
  ['secretAccessKey', 'access key'],
  ['accountKey', 'account key'],
  ['sasToken', 'SAS token'],
];

/** The hosts of source code that are configured, each with the kind of its credentials, best first. */
export function describeSources(config: Config): string[] {
  const integrations =
    config.getOptional<Record<string, JsonObject[]>>('integrations');
  return Object.entries(integrations ?? {}).flatMap(([provider, entries]) =>
    listOf(entries).flatMap((entry, index) => {
      const kinds = [
        ...listOf(entry.apps).map(app => `GitHub App ${app.appId}`),
        ...listOf(entry.credentials).flatMap(credentialsOf),
        ...credentialsOf(entry),
      ];
      const isOtherName =
        kinds.length === 0 &&
        entry.apiBaseUrl !== undefined &&
        listOf(entries)
          .slice(0, index)
          .some(({ apiBaseUrl }) => apiBaseUrl === entry.apiBaseUrl);
      // Another name for a host that is in the list already is no source of its own.
      if (isOtherName) return [];
      return `${entry.host ?? provider}: ${
        kinds.join(', then ') || 'no credential, public content only'
      }`;
    }),
  );
}

function credentialsOf(entry: JsonObject): string[] {
  return CREDENTIALS.flatMap(([key, credential]) =>
    entry[key] ? [credential] : [],
  );
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value : [];
}
