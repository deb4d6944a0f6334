import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { JsonValue } from '@backstage/types';
import { isObject } from './isObject';

/** Stock keeps the credentials of whoever started the run under this name, as JSON of which only the token is a secret. */
const CREDENTIALS = '__initiatorCredentials';

/**
 * Every text in a value of a secret parameter, or in the secrets of a run, that must not be shown. Numbers count as their text, booleans
 * tell nothing. Names of keys are no secrets.
 */
export function secretValues(options: {
  value?: JsonValue;
  secrets?: TaskSecrets;
}): string[] {
  const { value, secrets = {} } = options;
  return [
    ...(value === undefined ? [] : textsOf(value)),
    ...Object.entries(secrets).flatMap(([name, text]) =>
      name === CREDENTIALS ? tokenOf(text) : textsOf(text),
    ),
  ].filter(text => text.trim() !== '');
}

function textsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isObject(value)) return Object.values(value).flatMap(textsOf);
  return [];
}

function tokenOf(text: string | undefined): string[] {
  if (!text) return [];
  try {
    const { token } = JSON.parse(text) as { token?: unknown };
    return typeof token === 'string' ? [token] : [];
  } catch {
    return [text];
  }
}
