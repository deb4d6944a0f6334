import { type Config, ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { fingerprintOf } from '../credentials/fingerprintOf';
import { lastRotation } from '../stored/lastRotation';
import type { StoredCredential } from '../stored/StoredCredential';
import type { GithubConfigProblem } from './GithubConfigProblem';
import type { GithubHost } from './GithubHost';
import { readRawEntries } from './readRawEntries';
import { readShortBlock, SHORT_BLOCK_KEY } from './readShortBlock';
import { textOf } from './textOf';

/**
 * The configuration with what the short block of `catalog.providers.github` says of its host, as if it stood in `integrations.github`: the
 * host where that does not name it, and the token where the host has none. A token that is there wins; another one in the block is a problem.
 */
export function withShortBlock(options: {
  config: Config;
  stored: StoredCredential[];
}): {
  config: Config;
  problems: GithubConfigProblem[];
  /** Gives what came from the block the place where it is written. */
  place: (host: GithubHost) => GithubHost;
} {
  const { config, stored } = options;
  const block = readShortBlock({ config });
  const unchanged = {
    config,
    problems: block?.problems ?? [],
    place: (host: GithubHost) => host,
  };
  if (!block || block.problems.length > 0) return unchanged;

  const { host, apiBaseUrl, token } = block;
  const tokenKey = `${SHORT_BLOCK_KEY}.token`;
  const { integrations, connections } = readRawEntries({ config });
  if (connections.length > 0) {
    const isThere = connections.some(
      ({ host: name, raw }) =>
        isSame(name, host) && token && tokensOf(raw).includes(token),
    );
    return token && !isThere
      ? {
          ...unchanged,
          problems: [
            {
              configKey: tokenKey,
              reason: `it has no effect, since connections names a GitHub (${connections[0].configKey}); give ${host} the token there`,
            },
          ],
        }
      : unchanged;
  }

  const entry = integrations.find(({ host: name }) => isSame(name, host));
  const present = entry && textOf(entry.raw.token)?.trim();
  if (present || (entry && !token)) {
    return token &&
      present !== token &&
      !isSuccessor({ token, present, stored })
      ? {
          ...unchanged,
          problems: [
            {
              configKey: tokenKey,
              reason: `it is another token than ${entry.configKey}.token, which is the one that is used; keep one of the two`,
            },
          ],
        }
      : unchanged;
  }

  const raws = integrations.map(({ raw }) => raw);
  const github = entry
    ? raws.map(raw => (raw === entry.raw ? { ...raw, token: token! } : raw))
    : [
        ...raws,
        { host, ...(apiBaseUrl && { apiBaseUrl }), ...(token && { token }) },
      ];
  return {
    config: withGithub({ config, github }),
    problems: [],
    place: known =>
      isSame(known.host, host)
        ? {
            ...known,
            configKey: entry ? known.configKey : SHORT_BLOCK_KEY,
            credentials: known.credentials.map(credential =>
              credential.kind === 'token' && credential.token === token
                ? { ...credential, configKey: tokenKey }
                : credential,
            ),
          }
        : known,
  };
}

function withGithub(options: { config: Config; github: JsonObject[] }): Config {
  const data = options.config.get<JsonObject>();
  return new ConfigReader({
    ...data,
    integrations: {
      ...(data.integrations as JsonObject | undefined),
      github: options.github,
    },
  });
}

/** Whether the block's token was rotated, and the one that is there took its place. */
function isSuccessor(options: {
  token: string;
  present: string | undefined;
  stored: StoredCredential[];
}): boolean {
  const { token, present, stored } = options;
  const last = lastRotation({
    fingerprint: fingerprintOf(token),
    tokens: stored.filter(item => item.kind === 'token'),
  });
  return last !== undefined && last.token === present;
}

function tokensOf(connection: JsonObject): (string | undefined)[] {
  const { auth } = connection;
  return Array.isArray(auth)
    ? auth.map(item => textOf((item as JsonObject)?.token)?.trim())
    : [];
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
