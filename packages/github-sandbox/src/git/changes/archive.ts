import { PassThrough, Readable } from 'node:stream';
import { Core } from '../Core';
import { streamGit } from '../http/streamGit';
import { GitError } from '../process/GitError';
import { resolve } from '../refs/resolve';

/** The files of an expression under a folder, as GitHub's tarballs and zipballs. */
export function archive(options: {
  core: Core;
  ref: string;
  format: 'tar.gz' | 'zip';
  prefix: string;
}): Readable {
  const { core, ref, format } = options;
  const output = new PassThrough();
  output.on('error', () => {});
  const prefix = `${options.prefix.replace(/\/+$/, '')}/`;
  const start = async () => {
    // A commit gives the files its date and its SHA in the archive's comment; a tree would do as well.
    const found =
      (await resolve({ core, expression: ref, type: 'commit' })) ??
      (await resolve({ core, expression: ref, type: 'tree' }));
    if (!found) {
      throw new GitError(`There is no commit "${ref}"`);
    }
    streamGit({
      args: ['archive', `--format=${format}`, `--prefix=${prefix}`, found.sha],
      directory: core.directory,
      output,
    });
  };
  start().catch(error => output.destroy(error));
  return output;
}
