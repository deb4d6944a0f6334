import type { JsonObject, JsonValue } from '@backstage/types';
import type { PortalConfig } from '../config/loadPortalConfig';
import type { Environment } from '../config/readEnvironment';
import { withoutUserInfo } from '../problems/withoutUserInfo';

/** What stands for a secret. */
export const MASKED = '<secret>';

const SECRET_KEY =
  /secret|token$|password|passwd|passphrase|private_?key|api_?key|access_?key|account_?key|credential$|connectionstring|authorization|cookie$|^pat$/i;
const SECRET_VARIABLE =
  /SECRET|TOKEN|PASSWORD|PASSWD|PRIVATE|CREDENTIAL|(^|_)(KEY|PAT|PASS)(_|$)/;
/** Maps whose values are secrets, whatever their keys. */
const SECRET_MAP = /^(headers|credentials)$/i;
/** `password=...` in a connection string, `api_key=...` in a query. */
const SECRET_PARAMETER =
  /((?:^|[?&;\s])(?:[\w-]*(?:secret|token|password|pwd|api_?key|signature)|sig|key)=)[^&;\s]+/gi;
/** Tokens that vendors have given a prefix so that they can be found. */
const KNOWN_TOKEN =
  /\b(?:gh[opusr]_|github_pat_|glpat-|xox[abprs]-|sk-)[\w-]{8,}|https:\/\/hooks\.slack\.com\/[\w/]+/g;
/** Names that sound like secrets but say how one is used. */
const HARMLESS_KEY =
  /^(tokenType|oidcTokenProvider|tokenEndpointAuthMethod|cookieName|authorizationUrl|experimentalRefreshToken)$/i;
/** Shorter secrets would mask parts of ordinary words: only a text that equals one is masked. */
const MIN_PART_LENGTH = 6;

/** Masks a value at a key of the configuration. */
export type Mask = (options: {
  segments: string[];
  value: JsonValue;
}) => JsonValue;

/**
 * Makes the mask for a portal's configuration. A text is a secret when the schema says so, when its key sounds like one, or when it holds the
 * value of a secret variable; a password within a URL is one, too.
 */
export function createMask(options: {
  portal: PortalConfig;
  environment: Environment;
}): Mask {
  const { portal, environment } = options;
  const keys = secretKeys(portal);
  const secrets = secretValues({ portal, environment });

  const mask: Mask = ({ segments, value }) => {
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        mask({ segments: [...segments, `${index}`], value: item }),
      );
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value as JsonObject).map(([key, child]) => [
          key,
          child === undefined
            ? undefined
            : mask({ segments: [...segments, key], value: child }),
        ]),
      );
    }
    if (value === null || value === '' || typeof value === 'boolean') {
      return value;
    }
    const text = String(value);
    const key = segments.findLast(segment => !/^\d+$/.test(segment)) ?? '';
    const isSecret =
      keys.has(toKey(segments)) ||
      (SECRET_KEY.test(key) && !HARMLESS_KEY.test(key)) ||
      segments.slice(0, -1).some(segment => SECRET_MAP.test(segment)) ||
      secrets.some(secret =>
        secret.length < MIN_PART_LENGTH
          ? text === secret
          : text.includes(secret),
      );
    if (isSecret) {
      return MASKED;
    }
    return typeof value === 'string' ? withoutParts(value) : value;
  };
  return mask;
}

/** The keys that the schema declares secret, as `catalog.locations[0].target`. */
function secretKeys({ schema, merged }: PortalConfig): Set<string> {
  try {
    const [{ filteredKeys }] = schema.process(
      [{ context: 'the configuration', data: merged.data }],
      { visibility: ['frontend', 'backend'], withFilteredKeys: true },
    );
    return new Set(filteredKeys);
  } catch {
    // It does not satisfy the schema: names of keys and values of variables have to do.
    return new Set();
  }
}

function toKey(segments: string[]) {
  return segments
    .map((segment, at) =>
      /^\d+$/.test(segment) ? `[${segment}]` : `${at ? '.' : ''}${segment}`,
    )
    .join('');
}

function secretValues(options: {
  portal: PortalConfig;
  environment: Environment;
}): string[] {
  const { portal, environment } = options;
  const ofPresets = portal.selection.resolved.wanted.flatMap(
    ({ definition, resolved }) =>
      definition.secret && resolved && !resolved.isDefault
        ? [resolved.text, ...resolved.text.split(',')]
        : [],
  );
  const ofEnvironment = Object.keys(environment.variables.all())
    .map(name => name.replace(/_FILE$/, ''))
    .filter(name => SECRET_VARIABLE.test(name))
    .map(name => environment.variables.get(name) ?? '')
    .filter(value => value.trim().length >= MIN_PART_LENGTH);
  return [...ofPresets, ...ofEnvironment]
    .map(text => text.trim())
    .filter(Boolean);
}

/** Parts of a text that are secrets by their form, wherever they stand. */
function withoutParts(text: string) {
  return withoutUserInfo(text, MASKED)
    .replace(SECRET_PARAMETER, `$1${MASKED}`)
    .replace(KNOWN_TOKEN, MASKED);
}
