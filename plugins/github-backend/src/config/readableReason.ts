import { toError } from '@backstage/errors';
import type { SettingFlaw } from './SettingFlaw';

/** The messages of Backstage's reader of configurations. */
const WRONG_TYPE =
  /^Invalid type in config for key '(.+)' in '.*', got ([\w-]+), wanted ([\w-]+)$/;
const MISSING = /^Missing required config value at '(.+)' in '.*'$/;
const NOT_CONVERTIBLE =
  /^Unable to convert config value for key '(.+)' in '.*' to a (\w+)$/;

const WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map of keys',
  'string-array': 'a list of texts',
  'object-array': 'a list of maps',
  array: 'a list',
  'empty-string': 'empty',
  null: 'null',
};
const words = (type: string) => WORDS[type] ?? type;

/** What an error of reading `key` says, in the words of somebody who writes configurations, with the key that it is about. */
export function readableReason(options: {
  key: string;
  error: unknown;
}): SettingFlaw {
  const { key, error } = options;
  const { message } = toError(error);
  const wrong = WRONG_TYPE.exec(message);
  if (wrong) {
    const [, at, got, whole] = wrong;
    // It is about an item of a list.
    const wanted = at.endsWith(']') ? whole.replace(/-array$/, '') : whole;
    return {
      key: at,
      reason: `must be ${words(wanted)}, and is ${words(got)}`,
    };
  }
  const missing = MISSING.exec(message);
  if (missing) return { key: missing[1], reason: 'is required, and missing' };
  const other = NOT_CONVERTIBLE.exec(message);
  return other
    ? { key: other[1], reason: `must be ${words(other[2])}` }
    : { key, reason: message };
}
