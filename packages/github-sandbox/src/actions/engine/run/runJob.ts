import { findDefinition } from '../schedule/findDefinition';
import { completeJob, type CompletedJob } from './job/completeJob';
import { jobSecrets } from './job/jobSecrets';
import { JobState } from './job/JobState';
import { plausibleSeconds } from './job/plausibleSeconds';
import { setUpJob } from './job/setUpJob';
import { StepRecorder } from './job/StepRecorder';
import { executeStep } from './steps/executeStep';
import { expressionScope } from './steps/expressionScope';
import { failStep } from './steps/failStep';
import type { StepFrame } from './steps/StepFrame';
import { stepName } from './steps/stepName';
import type { JobResult, RunJobOptions } from './types';

/**
 * Runs one job to its end. A job that fails is no error; a job that is not of the plan is.
 *
 * A job with `unknownLabels` is not to be run: no runner would take it.
 */
export async function runJob(options: RunJobOptions): Promise<JobResult> {
  const { plan, job, contexts, clock } = options;
  const found = findDefinition({ plan, path: job.path });
  if (!found) {
    throw new Error(`The plan of ${plan.path} has no job '${job.key}'`);
  }
  const startedAt = clock.now();
  const state = new JobState(
    options,
    found,
    jobSecrets({ found, contexts, inputs: job.inputs }),
  );
  const recorder = new StepRecorder(state);
  const frame: StepFrame = {
    log: recorder.createLog(),
    steps: {},
    inputs: job.inputs,
    env: {},
    failed: false,
    depth: 0,
  };
  const isSetUp = await recorder.record({
    number: 1,
    name: 'Set up job',
    plausibleSeconds: 2,
    log: frame.log,
    execute: async ({ start }) => {
      await start();
      return (await setUpJob({ state, frame })) ? 'success' : 'failure';
    },
  });
  if (isSetUp === 'success') {
    await runSteps(state, frame, recorder);
  } else {
    state.status = 'failure';
  }
  await runCleanups(state, recorder);
  const completed = await complete(state, frame, recorder);
  return {
    conclusion: state.status,
    steps: recorder.results,
    outputs: completed.outputs,
    annotations: state.annotations,
    artifacts: state.artifacts,
    ...(completed.environmentUrl && {
      environmentUrl: completed.environmentUrl,
    }),
    summary: state.summary,
    startedAt,
    completedAt: clock.now(),
  };
}

async function runSteps(
  state: JobState,
  frame: StepFrame,
  recorder: StepRecorder,
): Promise<void> {
  for (const [index, step] of state.found.definition.steps.entries()) {
    noticeCancellation(state);
    const scope = await expressionScope({ state, frame, source: undefined });
    const name = state.masks.mask(stepName({ step, scope }));
    const conclusion = await recorder.record({
      number: index + 2,
      name,
      plausibleSeconds: plausibleSeconds(step),
      execute: async ({ log, start }) => {
        const { conclusion: executed } = await executeStep({
          state,
          frame: Object.assign(frame, { log }),
          step,
          name,
          onStart: start,
        });
        return executed;
      },
    });
    if (conclusion === 'failure' && state.status === 'success') {
      state.status = 'failure';
    }
  }
  noticeCancellation(state);
}

function noticeCancellation(state: JobState): void {
  if (state.options.signal?.aborted) {
    state.status = 'cancelled';
  }
}

/** Clean-up runs in the opposite order. GitHub reserves as many numbers for it as there are steps. */
async function runCleanups(
  state: JobState,
  recorder: StepRecorder,
): Promise<void> {
  const reserved = 2 * recorder.results.length;
  const cleanups = state.cleanups.splice(0).reverse();
  for (const [index, cleanup] of cleanups.entries()) {
    await recorder.record({
      number: reserved - (cleanups.length - 1 - index),
      name: cleanup.name,
      plausibleSeconds: 1,
      execute: async ({ log, start }) => {
        if (cleanup.condition?.() === false) {
          return 'skipped';
        }
        await start();
        try {
          await cleanup.run(log);
          return 'success';
        } catch (error) {
          failStep({ state, log, message: (error as Error).message });
          return 'failure';
        }
      },
    });
  }
}

async function complete(
  state: JobState,
  frame: StepFrame,
  recorder: StepRecorder,
): Promise<CompletedJob> {
  let completed: CompletedJob = { outcome: 'failed', outputs: {} };
  const last = Math.max(...recorder.results.map(({ number }) => number));
  await recorder.record({
    number: last + 1,
    name: 'Complete job',
    plausibleSeconds: 0,
    execute: async ({ log, start }) => {
      await start();
      completed = await completeJob({
        state,
        frame: Object.assign(frame, { log }),
      });
      return completed.outcome === 'completed' ? 'success' : 'failure';
    },
  });
  if (completed.outcome === 'failed' && state.status === 'success') {
    state.status = 'failure';
  }
  return completed;
}
