import type { Config } from '@backstage/config';
import type { JsonValue } from '@backstage/types';

/** Where sources have their secrets. */
const PLACES = ['catalog.providers', 'integrations'];
const SECRET_KEY = /secret|password|passphrase|token|private_?key/i;
const LEAST_CHARACTERS = 4;

/**
 * Takes out of a text what sources are configured with as a secret, and credentials in URLs and headers. The log has masked what it knows
 * to be a secret; this also holds for a source of a plugin whose schema marks none.
 */
export function createMask(options: {
  config: Config;
}): (text: string) => string {
  const secrets = PLACES.flatMap(place =>
    secretsOf(options.config.getOptional<JsonValue>(place)),
  ).sort((a, b) => b.length - a.length);
  return text =>
    secrets
      .reduce((masked, secret) => masked.replaceAll(secret, '***'), text)
      .replace(/(\/\/)[^/\s@]+@/g, '$1***@')
      .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***');
}

function secretsOf(value: JsonValue | undefined, key = ''): string[] {
  if (typeof value === 'string') {
    return SECRET_KEY.test(key) && value.length >= LEAST_CHARACTERS
      ? [value]
      : [];
  }
  if (Array.isArray(value)) return value.flatMap(each => secretsOf(each, key));
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([name, each]) =>
      secretsOf(each, name),
    );
  }
  return [];
}
