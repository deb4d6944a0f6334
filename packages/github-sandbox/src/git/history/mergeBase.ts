import { Core } from '../Core';
import { runGit } from '../process/runGit';
import { resolve } from '../refs/resolve';

/** The best common ancestor of two expressions. */
export async function mergeBase(options: {
  core: Core;
  a: string;
  b: string;
}): Promise<string | undefined> {
  const { core } = options;
  const a = await resolve({ core, expression: options.a, type: 'commit' });
  const b = await resolve({ core, expression: options.b, type: 'commit' });
  if (!a || !b || a.sha === b.sha) {
    return a && b?.sha;
  }
  const { stdout } = await runGit({
    args: ['merge-base', a.sha, b.sha],
    directory: core.directory,
    allowed: [0, 1],
  });
  return stdout.toString('latin1').trim() || undefined;
}
