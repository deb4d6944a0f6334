import { evaluateTextMap } from '../../template/evaluateTemplate';
import { OutputReader } from '../commands/OutputReader';
import { resolveInWorkspace, TEMP } from '../files/workspacePaths';
import { writeTree } from '../files/writeTree';
import { failStep } from '../steps/failStep';
import { writeMap, type StepCall } from '../steps/runRunStep';
import type { DeclaredAction } from '../types';
import type { ActionCall } from './ActionCall';
import { builtinAction } from './builtinAction';
import { parseActionReference } from './parseActionReference';
import { runActionFolder } from './runActionFolder';

/**
 * Runs a `uses` step: an action that an operator declared, one that the sandbox has, a local one, or a composite one
 * of another repository. Anything else fails, as an action does that GitHub cannot find.
 */
export async function runUsesStep(call: StepCall): Promise<boolean> {
  const { state, frame, step, scope, env } = call;
  const { log } = frame;
  const uses = step.uses ?? '';
  const given = evaluateTextMap({ node: step.with, scope });
  log.write(`##[group]Run ${uses}`);
  writeMap(log, 'with', given);
  writeMap(log, 'env', {
    ...state.baseEnv,
    ...state.fileEnv,
    ...frame.env,
    ...env,
  });
  log.write('##[endgroup]');
  const reference = parseActionReference(uses);
  if (!reference) {
    failStep({
      state,
      log,
      message: `Expected format {org}/{repo}[/path]@ref. Actual '${uses}'`,
    });
    return false;
  }
  const action: ActionCall = {
    ...call,
    reference,
    inputs: Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name.toLocaleLowerCase('en-US'),
        value,
      ]),
    ),
  };
  const actions = state.options.declared?.actions ?? {};
  const declared =
    own(actions, uses) ??
    own(actions, reference.kind === 'remote' ? reference.name : uses);
  return declared ? runDeclared(action, declared) : runFound(action);
}

function own(
  actions: Record<string, DeclaredAction>,
  name: string,
): DeclaredAction | undefined {
  return Object.hasOwn(actions, name) ? actions[name] : undefined;
}

async function runDeclared(
  call: ActionCall,
  declared: DeclaredAction,
): Promise<boolean> {
  const { state, frame, outputs } = call;
  const { log } = frame;
  const reader = new OutputReader({ state, log, outputs });
  reader.read(declared.output ?? '');
  Object.assign(outputs, declared.outputs);
  if (declared.exitCode !== 0) {
    failStep({
      state,
      log,
      message: `Process completed with exit code ${declared.exitCode}.`,
    });
  }
  return declared.exitCode === 0 && !reader.failed;
}

async function runFound(call: ActionCall): Promise<boolean> {
  const { state, frame, reference } = call;
  const { log } = frame;
  if (reference.kind === 'docker') {
    failStep({ state, log, message: 'docker: command not found' });
    return false;
  }
  if (reference.kind === 'local') {
    const folder = resolveInWorkspace({
      workspace: state.workspace,
      path: reference.path,
    });
    return runActionFolder({ call, folder });
  }
  const builtin = builtinAction(reference.name);
  if (builtin) {
    return builtin(call);
  }
  const { repository, ref, path } = reference;
  const files = await state.options.files({ repository, ref });
  if (!files) {
    failStep({
      state,
      log,
      message: `Unable to resolve action \`${reference.name}@${ref}\`, repository not found`,
    });
    return false;
  }
  const root = `${TEMP.replace('_temp', '_actions')}/${repository}/${ref}`;
  await writeTree({ fs: state.fs, folder: root, files });
  return runActionFolder({
    call,
    folder: path ? `${root}/${path}` : root,
    repository,
    ref,
  });
}
