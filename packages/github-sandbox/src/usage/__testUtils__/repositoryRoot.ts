import { resolve } from 'node:path';

/** The folder of the whole repository, under which every package is installed. */
export function repositoryRoot(): string {
  return resolve(__dirname, '../../../../..');
}
