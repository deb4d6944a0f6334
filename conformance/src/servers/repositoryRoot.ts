import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of this repository, from wherever in it the tests were started. */
export function repositoryRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml'))) {
      return folder;
    }
    if (folder === dirname(folder)) {
      throw new Error(
        `No pnpm-workspace.yaml above ${process.cwd()}. Start the tests inside of the repository.`,
      );
    }
  }
}
