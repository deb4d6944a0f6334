import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { assertSubmodules } from './assertSubmodules';

/** Names that git, or a file system that git works on, takes for `.git`. */
const GIT_FOLDER = /^(\.git|git~1)$/i;
const SUBMODULES = /^(\.gitmodules|gitmod~1)$/i;

/**
 * Throws `InputError` where the files of a folder would make git do something: a git folder with its settings and hooks, or submodules from
 * elsewhere than an https address. Links are not followed.
 */
export async function assertPlainFiles(options: {
  dir: string;
  /** Whether this is a dry run, where the folder may be missing. */
  isPlan?: boolean;
}): Promise<void> {
  const { dir, isPlan = false } = options;
  const entries = await readAll(dir);
  if (!entries) {
    // Steps that have no dry run have not made it.
    if (isPlan) return;
    throw new InputError(
      'The folder to publish is not in the workspace: correct the input sourcePath, or the steps before',
    );
  }
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(dir, file);
    if (GIT_FOLDER.test(entry.name)) {
      throw new InputError(
        `The files to publish have a git folder in them, ${name}: take it out of the template`,
      );
    }
    if (!SUBMODULES.test(entry.name)) continue;
    if (!entry.isFile()) {
      throw new InputError(
        `${name} of the files to publish is not a plain file: take it out of the template`,
      );
    }
    assertSubmodules({ name, text: await fs.readFile(file, 'utf8') });
  }
}

/** What is in a folder, at any depth. Undefined where there is none. */
async function readAll(dir: string) {
  try {
    return await fs.readdir(dir, { withFileTypes: true, recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
