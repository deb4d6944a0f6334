import type { StepDefinition } from '../../definition/WorkflowDefinition';
import { evaluateExpression } from '../../template/evaluateExpression';
import {
  evaluateTemplate,
  evaluateText,
  evaluateTextMap,
} from '../../template/evaluateTemplate';
import type { JobState } from '../job/JobState';
import type { StepConclusion } from '../types';
import { runUsesStep } from '../uses/runUsesStep';
import { expressionScope } from './expressionScope';
import { failStep } from './failStep';
import { runRunStep, type StepCall } from './runRunStep';
import type { StepFrame } from './StepFrame';
import { StepTimer } from './StepTimer';

/** How a step ended: `conclusion` is what `continue-on-error` leaves of `outcome`. */
export interface ExecutedStep {
  outcome: StepConclusion;
  conclusion: StepConclusion;
}

/** Runs a step of a job or a composite action, if its `if` says so, and adds it to the `steps` context. */
export async function executeStep(options: {
  state: JobState;
  frame: StepFrame;
  step: StepDefinition;
  name: string;
  /** Called once it is known that the step runs. */
  onStart?: () => Promise<void>;
}): Promise<ExecutedStep> {
  const { state, frame, step } = options;
  const outputs: Record<string, string> = {};
  let result: ExecutedStep;
  try {
    result = await attempt(options, outputs);
  } catch (error) {
    // Whatever goes wrong in a step fails it and not the sandbox: an expression, a full disk, files that are no files.
    failStep({ state, log: frame.log, message: (error as Error).message });
    result = { outcome: 'failure', conclusion: 'failure' };
  }
  if (step.id !== undefined) {
    frame.steps[step.id] = { outputs, ...result };
  }
  if (result.conclusion === 'failure' && frame.depth > 0) {
    frame.failed = true;
  }
  return result;
}

async function attempt(
  options: Parameters<typeof executeStep>[0],
  outputs: Record<string, string>,
): Promise<ExecutedStep> {
  const { state, frame, step, name, onStart } = options;
  const outer = await expressionScope({ state, frame, source: step });
  if (!evaluateExpression({ expression: step.if, scope: outer }).truthy) {
    return { outcome: 'skipped', conclusion: 'skipped' };
  }
  await onStart?.();
  const env = evaluateTextMap({ node: step.env, scope: outer });
  const scope = await expressionScope({ state, frame, source: step, env });
  const timer = new StepTimer({
    state,
    minutes:
      Number(evaluateTemplate({ node: step.timeoutMinutes, scope })) ||
      undefined,
  });
  const succeeded = await run({
    state,
    frame,
    step,
    scope,
    env,
    outputs,
    name,
    signal: timer.signal,
  });
  timer.stop();
  if (timer.ended === 'cancelled') {
    state.status = 'cancelled';
    failStep({ state, log: frame.log, message: 'The operation was canceled.' });
    return { outcome: 'cancelled', conclusion: 'cancelled' };
  }
  if (timer.ended === 'timed-out') {
    failStep({
      state,
      log: frame.log,
      message: `The action '${name}' has timed out after ${timer.minutes} minutes.`,
    });
  }
  if (succeeded && timer.ended === undefined) {
    return { outcome: 'success', conclusion: 'success' };
  }
  const tolerated =
    evaluateText({ node: step.continueOnError, scope }) === 'true';
  return { outcome: 'failure', conclusion: tolerated ? 'success' : 'failure' };
}

async function run(call: StepCall): Promise<boolean> {
  if (call.step.uses !== undefined) {
    return runUsesStep(call);
  }
  if (call.step.run !== undefined) {
    return runRunStep(call);
  }
  const { state, frame } = call;
  failStep({
    state,
    log: frame.log,
    message: 'This sandbox knows only steps with `run` or `uses`.',
  });
  return false;
}
