import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { githubAddresses } from './githubAddresses';
import type { GithubEntry } from './GithubEntry';
import type {
  AppCredential,
  ConfiguredCredential,
  GithubHost,
} from './GithubHost';
import { textOf } from './textOf';
import { tokenCredential } from './tokenCredential';
import { withUniqueIds } from './withUniqueIds';

/** A host with its credentials, Apps first. Throws `InputError` where an App's number is none. */
export function toGithubHost(options: { entry: GithubEntry }): GithubHost {
  const { host, origin, configKey, raw, connection } = options.entry;
  const rawAuth = listOf(origin === 'connections' ? raw.auth : raw.apps);
  // The conversion of `integrations` puts the token before the Apps.
  const before = origin === 'integrations' && raw.token !== undefined ? 1 : 0;

  const credentials = connection.auth.flatMap(
    (auth, index): ConfiguredCredential[] => {
      const source = rawAuth[index - before];
      const place = placeOf({ origin, configKey, index, before });
      const common = {
        title: textOf(source?.title),
        from: 'config' as const,
        configKey: place,
        plugins: both(connection.match?.plugins, auth.match?.plugins),
      };
      switch (auth.method) {
        case 'app': {
          const appId = readAppId(auth.appId, place);
          return [
            withoutUndefined<AppCredential>({
              ...common,
              kind: 'app',
              id: `app:${host}:${appId}`,
              title: common.title ?? `App ${appId}`,
              appId,
              // From environment variables keys come in one line.
              privateKey: auth.privateKey.replace(/\\n/g, '\n'),
              clientId: auth.clientId,
              clientSecret: auth.clientSecret,
              webhookUrl: textOf(source?.webhookUrl),
              webhookSecret: auth.webhookSecret,
              allowedOwners: ownersOf({ orgs: auth.orgs, origin }),
              publicAccess: auth.publicAccess,
            }),
          ];
        }
        case 'token': {
          const token = auth.token.trim();
          return token === ''
            ? []
            : [withoutUndefined(tokenCredential({ host, token, ...common }))];
        }
        default:
          return [];
      }
    },
  );

  return {
    host,
    title: textOf(raw.title) ?? host,
    ...githubAddresses({
      host,
      apiBaseUrl: connection.apiBaseUrl,
      rawBaseUrl: connection.rawBaseUrl,
    }),
    origin,
    configKey,
    credentials: withUniqueIds([
      ...credentials.filter(({ kind }) => kind === 'app'),
      ...credentials.filter(({ kind }) => kind === 'token'),
    ]),
  };
}

function placeOf(options: {
  origin: GithubHost['origin'];
  configKey: string;
  index: number;
  before: number;
}): string {
  const { origin, configKey, index, before } = options;
  if (origin === 'connections') return `${configKey}.auth[${index}]`;
  return index < before
    ? `${configKey}.token`
    : `${configKey}.apps[${index - before}]`;
}

function readAppId(value: number | string, place: string): number {
  const appId = Number(value);
  if (!Number.isSafeInteger(appId) || appId <= 0) {
    throw new InputError(
      `${place}.appId is not the number of a GitHub App; it is the "App ID" on the App's page`,
    );
  }
  return appId;
}

/**
 * An empty list of `connections` restricts nothing, as its matching of owners has it; an empty `allowedInstallationOwners` allows nobody, as
 * in the reader of `integrations`.
 */
function ownersOf(options: {
  orgs?: string[];
  origin: GithubHost['origin'];
}): string[] | undefined {
  const { orgs, origin } = options;
  if (!orgs || (orgs.length === 0 && origin === 'connections'))
    return undefined;
  return orgs.map(org => org.toLowerCase());
}

function both(a?: string[], b?: string[]): string[] | undefined {
  return a && b ? a.filter(plugin => b.includes(plugin)) : a ?? b;
}

function listOf(value: JsonValue | undefined): (JsonObject | undefined)[] {
  return Array.isArray(value) ? (value as JsonObject[]) : [];
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as T;
}
