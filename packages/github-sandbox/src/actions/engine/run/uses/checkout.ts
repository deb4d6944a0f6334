import { resolveInWorkspace } from '../files/workspacePaths';
import { writeTree } from '../files/writeTree';
import { failStep } from '../steps/failStep';
import type { ActionCall } from './ActionCall';

/**
 * `actions/checkout`: puts the files of a commit into the workspace.
 *
 * https://github.com/actions/checkout#usage
 */
export async function checkout(call: ActionCall): Promise<boolean> {
  const { state, frame, inputs, outputs } = call;
  const { log } = frame;
  const { github } = state.options.contexts;
  const repository = inputs.repository || state.repository;
  const isOwn =
    repository.toLocaleLowerCase('en-US') ===
    state.repository.toLocaleLowerCase('en-US');
  const ref = inputs.ref || (isOwn ? String(github.sha ?? '') : 'HEAD');
  const folder = resolveInWorkspace({
    workspace: state.workspace,
    path: inputs.path || '.',
  });
  if (folder !== state.workspace && !folder.startsWith(`${state.workspace}/`)) {
    failStep({
      state,
      log,
      message: `Repository path '${folder}' is not under '${state.workspace}'`,
    });
    return false;
  }
  log.write(`Syncing repository: ${repository}`);
  const files = await state.options.files({
    ref,
    ...(!isOwn && { repository }),
  });
  if (!files) {
    failStep({
      state,
      log,
      message: isOwn
        ? `A branch or tag with the name '${ref}' could not be found`
        : `Not Found - https://docs.github.com/rest/repos/repos#get-a-repository`,
    });
    return false;
  }
  await empty(call, folder);
  log.write('##[group]Initializing the repository');
  log.write(`[command]/usr/bin/git init ${folder}`);
  log.write(`Initialized empty Git repository in ${folder}/.git/`);
  log.write(
    `[command]/usr/bin/git remote add origin ${github.server_url}/${repository}`,
  );
  log.write('##[endgroup]');
  log.write('##[group]Fetching the repository');
  log.write(
    `[command]/usr/bin/git -c protocol.version=2 fetch --no-tags --prune --no-recurse-submodules --depth=${
      inputs['fetch-depth'] || '1'
    } origin ${ref}`,
  );
  log.write('##[endgroup]');
  await writeTree({ fs: state.fs, folder, files });
  log.write('[command]/usr/bin/git log -1 --format=%H');
  log.write(ref);
  outputs.ref = inputs.ref || String(github.ref ?? '');
  outputs.commit = ref;
  state.cleanups.push({
    name: `Post ${call.name}`,
    run: async postLog => postLog.write('Post job cleanup.'),
  });
  return true;
}

/** What an earlier step left in the folder goes, as it does with `clean: true`. */
async function empty(call: ActionCall, folder: string): Promise<void> {
  const { fs } = call.state;
  if (call.inputs.clean === 'false' || !(await fs.exists(folder))) {
    return;
  }
  for (const name of await fs.readdir(folder)) {
    await fs.rm(`${folder}/${name}`, { recursive: true, force: true });
  }
}
