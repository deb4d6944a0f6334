import { InputError } from '@backstage/errors';
import { isPlainPath } from './isPlainPath';

const SETTING = /^\s*(url|path|update)\s*=\s*(.*?)\s*$/gim;

/**
 * Throws `InputError` for submodules that are not from an https address, that lie outside of the repository, or that name a command. What
 * git takes for an option is refused too.
 */
export function assertSubmodules(options: {
  /** Of the file, for the error. */
  name: string;
  text: string;
}): void {
  const { name, text } = options;
  for (const [, key, raw] of text.matchAll(SETTING)) {
    const value = raw.replace(/^"(.*)"$/, '$1');
    const problem = problemOf(key.toLowerCase(), value);
    if (problem) {
      throw new InputError(
        `${name} of the files to publish has the ${key} ${JSON.stringify(
          value,
        )}, which ${problem}`,
      );
    }
  }
}

function problemOf(key: string, value: string): string | undefined {
  if (key === 'url') {
    return /^https:\/\/[^-\s][^\s]*$/i.test(value)
      ? undefined
      : 'is not an https address';
  }
  if (key === 'path') {
    return isPlainPath(value) ? undefined : 'is not a path in the repository';
  }
  return value.startsWith('!') ? 'is a command' : undefined;
}
