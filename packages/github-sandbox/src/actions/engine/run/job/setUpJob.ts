import type { TokenPermissions } from '../../schedule/types';
import { evaluateTextMap } from '../../template/evaluateTemplate';
import { TemplateError } from '../../template/TemplateError';
import { TEMP } from '../files/workspacePaths';
import { expressionScope, runnerContext } from '../steps/expressionScope';
import { failStep } from '../steps/failStep';
import type { StepFrame } from '../steps/StepFrame';
import type { JobState } from './JobState';

/** What `Set up job` does: folders, the event's file, and `env` of workflow and job. Answers whether it succeeded. */
export async function setUpJob(options: {
  state: JobState;
  frame: StepFrame;
}): Promise<boolean> {
  const { state, frame } = options;
  const { log } = frame;
  const { job, contexts } = state.options;
  const { definition, workflow } = state.found;
  const runner = runnerContext(job.labels);
  log.write("Current runner version: '2.330.0'");
  log.write(`Runner name: '${runner.name}'`);
  log.write(`##[group]Operating System\n${runner.os}\n##[endgroup]`);
  log.write(
    `##[group]Runner Image\nImage: ${job.labels.join(', ')}\n##[endgroup]`,
  );
  writePermissions(log, job.permissions);
  log.write('Secret source: Actions');
  log.write('Prepare workflow directory');
  await state.fs.mkdir(state.workspace, { recursive: true });
  await state.fs.mkdir(`${TEMP}/_runner_file_commands`, { recursive: true });
  await state.fs.mkdir(`${TEMP}/_github_workflow`, { recursive: true });
  await state.fs.writeFile(
    `${TEMP}/_github_workflow/event.json`,
    JSON.stringify(contexts.github.event ?? {}, null, 2),
  );
  log.write('Prepare all required actions');
  for (const ignored of ['container', 'services'] as const) {
    if (definition[ignored]) {
      log.write(
        `##[warning]This sandbox runs no containers: \`${ignored}\` is left out.`,
      );
    }
  }
  try {
    for (const node of [workflow.env, definition.env]) {
      const scope = await expressionScope({ state, frame, source: undefined });
      Object.assign(state.baseEnv, evaluateTextMap({ node, scope }));
    }
  } catch (error) {
    if (!(error instanceof TemplateError)) {
      throw error;
    }
    failStep({ state, log, message: error.message });
    return false;
  }
  log.write(`Complete job name: ${job.name}`);
  return true;
}

function writePermissions(
  log: StepFrame['log'],
  permissions: TokenPermissions | undefined,
): void {
  if (permissions !== undefined && typeof permissions !== 'string') {
    log.write('##[group]GITHUB_TOKEN Permissions');
    for (const [name, level] of Object.entries(permissions)) {
      log.write(`${name}: ${level}`);
    }
    log.write('##[endgroup]');
  }
}
