import type { RunCause } from '@callboard/plugin-scaffolder-common';
import { endForsakenRun } from '../store/endRun';
import { findForsakenRuns, type ForsakenRun } from '../store/findForsakenRuns';
import { listEvents } from '../store/listEvents';
import { recoverRun } from '../store/releaseRun';
import { causeJson, sentenceOf } from './failureBody';
import { publishRun } from './publishRun';
import type { RunServices } from './RunServices';

/** A run that ends its process as often as this, without a step in between, is not tried again. */
const MOST_RECOVERIES = 5;

/**
 * Takes runs away from processes that are not heard of, so that they can be claimed again. `notOf` takes all that belong to another process,
 * whenever it was heard of: for a database that only one process can have.
 *
 * @returns whether any waits now.
 */
export async function recoverRuns(options: {
  services: RunServices;
  notOf?: string;
  onEvents: (taskId: string) => void;
}): Promise<boolean> {
  const { services, notOf, onEvents } = options;
  const { knex, settings, logger } = services;
  const whose =
    notOf === undefined ? { seconds: settings.staleMs / 1000 } : { notOf };
  let isAny = false;
  for (const run of await findForsakenRuns({ knex, ...whose })) {
    const { taskId } = run;
    if (run.recoveries >= MOST_RECOVERIES) {
      await endForsaken({ services, run, cause: fatalCause() });
      onEvents(taskId);
      continue;
    }
    const body = { recoverStrategy: strategyOf(run) };
    const eventId = await recoverRun({ knex, taskId, body, ...whose });
    if (eventId === undefined) continue;
    isAny = true;
    logger.info(
      `Run ${taskId} goes on, since its process is not heard of any more`,
    );
    onEvents(taskId);
    await publishRun({
      services,
      payload: { id: eventId, taskId, status: 'recovered', body },
    });
  }
  return isAny;
}

/** Ends a run whose process is not heard of. Steps that were under way are marked as failed. */
export async function endForsaken(options: {
  services: RunServices;
  run: Pick<ForsakenRun, 'taskId'>;
  cause: RunCause;
  /** In the place of the cause, where stock has a text of its own. */
  message?: string;
}): Promise<void> {
  const { services, run, cause, message = sentenceOf(cause) } = options;
  const { knex } = services;
  const { taskId } = run;
  const { events } = await listEvents({ knex, taskId });
  const begun = new Set<string>();
  for (const { body } of events) {
    if (!body.stepId) continue;
    if (body.status === 'processing') begun.add(body.stepId);
    if (body.status && body.status !== 'processing') begun.delete(body.stepId);
  }
  const ended = await endForsakenRun({
    knex,
    taskId,
    steps: [...begun].map(stepId => ({
      ...{ message, stepId, status: 'failed', cause: causeJson(cause) },
    })),
    status: 'failed',
    body: { message, cause: causeJson(cause) },
  });
  if (ended.outcome === 'lost') return;
  await publishRun({
    services,
    payload: {
      id: taskId,
      status: 'failed',
      lastHeartbeatAt: ended.value.last_heartbeat_at,
      createdAt: ended.value.created_at,
      createdBy: ended.value.created_by,
    },
  });
}

/** Ends the runs of a process that is gone, where runs are not taken up again. */
export async function endRunsOfOthers(options: {
  services: RunServices;
  notOf: string;
}): Promise<void> {
  const { services, notOf } = options;
  const { knex } = services;
  for (const run of await findForsakenRuns({ knex, notOf })) {
    await endForsaken({ services, run, cause: stoppedCause() });
  }
}

/** Ends runs that have not been heard of for `scaffolder.taskTimeout`: stock's task `close_stale_tasks`. */
export async function closeStaleRuns(options: {
  services: RunServices;
}): Promise<void> {
  const { services } = options;
  const { knex, settings, logger } = services;
  const seconds = settings.taskTimeoutMs / 1000;
  for (const run of await findForsakenRuns({ knex, seconds })) {
    await endForsaken({
      services,
      run,
      cause: staleCause(),
      message: 'This task was marked as stale as it exceeded its timeout',
    });
    logger.info(`Successfully closed stale task ${run.taskId}`);
  }
}

function strategyOf({ spec }: ForsakenRun): string {
  const { EXPERIMENTAL_recovery: recovery } = JSON.parse(spec);
  return recovery?.EXPERIMENTAL_strategy ?? 'none';
}

function fatalCause(): RunCause {
  return {
    code: 'unknown',
    title: `The portal's process ended ${MOST_RECOVERIES} times while it executed this step.`,
    remedy:
      'Look into the log of the server for what ends it, and have the template do less in this step.',
  };
}

function stoppedCause(): RunCause {
  return {
    code: 'unknown',
    title: 'The portal was stopped while this run was under way.',
    remedy:
      'Retry begins it again. With scaffolder.taskRecovery.enabled it would have gone on by itself.',
  };
}

function staleCause(): RunCause {
  return {
    code: 'timed-out',
    title: 'The process that executed this run is not heard of any more.',
    remedy: 'Retry goes on from the step at which it stopped.',
  };
}
