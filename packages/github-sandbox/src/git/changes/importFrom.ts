import { Core } from '../Core';
import { runGit } from '../process/runGit';

/** Copies a commit and all it needs from another repository on this disk; false if it is not there. No ref is made. */
export async function importFrom(options: {
  core: Core;
  directory: string;
  sha: string;
}): Promise<boolean> {
  const { core, directory, sha } = options;
  await runGit({
    args: [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--end-of-options',
      directory,
      sha,
    ],
    directory: core.directory,
    // 128: the other repository does not have it.
    allowed: [0, 128],
  });
  return (await core.objects.readHeader(sha)) !== undefined;
}
