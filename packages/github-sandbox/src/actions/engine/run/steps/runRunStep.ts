import type { StepDefinition } from '../../definition/WorkflowDefinition';
import { evaluateText } from '../../template/evaluateTemplate';
import type { ExpressionScope } from '../../template/ExpressionScope';
import { OutputReader } from '../commands/OutputReader';
import { FileCommands } from '../commands/FileCommands';
import { resolveInWorkspace, TEMP } from '../files/workspacePaths';
import type { JobState } from '../job/JobState';
import { runScript } from '../shell/runScript';
import { failStep } from './failStep';
import { runDefault } from './runDefault';
import { runnerContext } from './expressionScope';
import { scriptEnvironment } from './scriptEnvironment';
import type { StepFrame } from './StepFrame';

export interface StepCall {
  state: JobState;
  frame: StepFrame;
  step: StepDefinition;
  scope: ExpressionScope;
  /** The step's own `env`. */
  env: Record<string, string>;
  /** Filled by the step. */
  outputs: Record<string, string>;
  /** As the log names it. */
  name: string;
  signal: AbortSignal;
}

/**
 * Runs a `run` step in the simulated shell. Answers whether it succeeded.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsrun
 */
export async function runRunStep(call: StepCall): Promise<boolean> {
  const { state, frame, step, scope, env, outputs, signal } = call;
  const { log } = frame;
  const script = evaluateText({ node: step.run, scope });
  const shell = shellOf(call);
  const cwd = resolveInWorkspace({
    workspace: state.workspace,
    path:
      evaluateText({ node: step.workingDirectory, scope }) ||
      runDefault({ state, frame, scope, key: 'working-directory' }) ||
      '.',
  });
  writeHeader({ call, script, shell: shell.shown });
  if (!(await state.fs.exists(cwd))) {
    failStep({
      state,
      log,
      message: `An error occurred trying to start process '${shell.program}' with working directory '${cwd}'. No such file or directory`,
    });
    return false;
  }
  const files = await FileCommands.create(state);
  const reader = new OutputReader({ state, log, outputs });
  const { exitCode, output } = await runScript({
    shell: state.shell,
    template: shell.template,
    path: state.temporaryPath('script-*.sh'),
    script,
    cwd,
    env: {
      ...scriptEnvironment({
        state,
        frame,
        env,
        action: step.id ?? '__run',
        eventPath: `${TEMP}/_github_workflow/event.json`,
      }),
      ...files.environment,
    },
    signal,
  });
  if (signal.aborted) {
    return false;
  }
  reader.read(output);
  const applied = await files.apply({ log, outputs });
  if (exitCode !== 0) {
    failStep({
      state,
      log,
      message: `Process completed with exit code ${exitCode}.`,
    });
  }
  return exitCode === 0 && applied && !reader.failed;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
function shellOf(call: StepCall) {
  const { state, frame, step, scope } = call;
  const isWindows =
    runnerContext(state.options.job.labels).os === 'Windows' && !step.shell;
  const written =
    evaluateText({ node: step.shell, scope }) ||
    runDefault({ state, frame, scope, key: 'shell' }) ||
    (isWindows ? 'pwsh' : '');
  const template =
    {
      '': 'bash -e {0}',
      bash: 'bash --noprofile --norc -eo pipefail {0}',
      sh: 'sh -e {0}',
      python: 'python {0}',
      pwsh: `pwsh -command ". '{0}'"`,
      powershell: `powershell -command ". '{0}'"`,
      cmd: 'cmd /D /E:ON /V:OFF /S /C "CALL "{0}""',
    }[written] ?? written;
  const [program = ''] = template.split(' ');
  return {
    template,
    program: program.startsWith('/') ? program : `/usr/bin/${program}`,
    shown: template.startsWith('/') ? template : `/usr/bin/${template}`,
  };
}

function writeHeader(options: {
  call: StepCall;
  script: string;
  shell: string;
}): void {
  const { call, script, shell } = options;
  const { state, frame, env } = call;
  const { log } = frame;
  const lines = script.replace(/\s+$/, '').split(/\r?\n/);
  log.write(
    `##[group]Run ${lines.find(line => line.trim() !== '')?.trim() ?? ''}`,
  );
  for (const line of lines) {
    log.write(`\u001b[36;1m${line}\u001b[0m`);
  }
  log.write(`shell: ${shell}`);
  writeMap(log, 'env', {
    ...state.baseEnv,
    ...state.fileEnv,
    ...frame.env,
    ...env,
  });
  log.write('##[endgroup]');
}

/** Writes `env:` or `with:` as the runner does; nothing if it is empty. */
export function writeMap(
  log: StepFrame['log'],
  title: string,
  values: Record<string, string>,
): void {
  const entries = Object.entries(values);
  if (entries.length > 0) {
    log.write(`${title}:`);
    for (const [name, value] of entries) {
      log.write(`  ${name}: ${value}`);
    }
  }
}
