import { Core } from '../Core';
import { EMPTY_TREE } from '../objects/emptyTree';
import { runGit } from '../process/runGit';
import { DIFF_ARGS } from './diff';

/** The whole diff between two commits or trees, as GitHub's `.diff`. */
export async function patchText(options: {
  core: Core;
  from: string | undefined;
  to: string;
}): Promise<string> {
  const { core, from = EMPTY_TREE, to } = options;
  const { stdout } = await runGit({
    args: ['diff-tree', '-p', ...DIFF_ARGS, '--end-of-options', from, to],
    directory: core.directory,
  });
  return stdout.toString('utf8');
}

/** The commits `from..to` as mails, as GitHub's `.patch`; `from` undefined is the one commit `to`. */
export async function formatPatch(options: {
  core: Core;
  from: string | undefined;
  to: string;
}): Promise<string> {
  const { core, from, to } = options;
  const commits = from ? [`${from}..${to}`] : ['-1', to];
  const { stdout } = await runGit({
    args: ['format-patch', '--stdout', '--no-signature', '--root', ...commits],
    directory: core.directory,
  });
  return stdout.toString('utf8');
}
