import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryRoot } from '../servers/repositoryRoot';

/**
 * Where the real-world input lies: `CALLBOARD_TEST_DATA`, or `../shared/data` next to this repository. Undefined, after
 * a word on stderr, when there is none: the tests that need it cannot run there.
 */
export function testData(part: 'catalogs' | 'templates'): string | undefined {
  const root = resolve(
    repositoryRoot(),
    process.env.CALLBOARD_TEST_DATA ?? '../shared/data',
  );
  const folder = join(root, part);
  if (existsSync(folder)) {
    return folder;
  }
  process.stderr.write(
    `No test data: ${folder} does not exist. Set CALLBOARD_TEST_DATA to the folder that holds ${part}/.\n`,
  );
  return undefined;
}
