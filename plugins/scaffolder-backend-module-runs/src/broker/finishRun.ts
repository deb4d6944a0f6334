import type { TaskCompletionState } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { explainFailure } from '../causes/explainFailure';
import { endRun } from '../store/endRun';
import { releaseRun } from '../store/releaseRun';
import type { TaskRow } from '../store/rows';
import type { Fence } from './createFence';
import { cancelledCause, causeJson } from './failureBody';
import { publishRun } from './publishRun';
import type { RunServices } from './RunServices';

/** Ends an attempt: the run with it, or, when the process is stopping, only the claim. Nothing is written for a run that is not ours any more. */
export async function finishRun(options: {
  services: RunServices;
  fence: Fence;
  holder: { knex: RunServices['knex']; taskId: string; claim: string };
  row: Omit<TaskRow, 'workspace'>;
  result: TaskCompletionState;
  /** Masked. */
  metadata: JsonObject;
  /** What the log says of the step that failed first, masked. */
  failure?: JsonObject;
  /** Masked, for the event. */
  state: JsonObject;
  /** The runner was stopped since the process ends. */
  isStopping: boolean;
}): Promise<void> {
  const { services, fence, holder, row, result, metadata, failure } = options;
  const { settings, logger } = services;
  const { taskId } = holder;
  if (fence.isOver()) return;
  if (result === 'failed' && options.isStopping && settings.recovers) {
    const body = { message: 'The portal stops. The run goes on afterwards.' };
    await fence.write(() => releaseRun({ ...holder, body }));
    logger.info(`Run ${taskId} was given back, since the portal stops`);
    return;
  }
  const isCancelled = result === 'failed' && fence.isCancelled();
  const status = isCancelled ? 'cancelled' : result;
  const body = {
    message: `Run completed with status: ${status}`,
    ...metadata,
    ...(result === 'failed' && causeOf({ ...options, isCancelled, failure })),
  };
  const ended = await fence.write(() => endRun({ ...holder, status, body }));
  await publishRun({
    services,
    payload: {
      id: taskId,
      status,
      lastHeartbeatAt: ended.last_heartbeat_at,
      createdAt: row.created_at,
      createdBy: row.created_by,
      state: options.state,
    },
  });
}

/** What the event of the end says of a failure, in the place of what stock says. */
function causeOf(options: {
  metadata: JsonObject;
  failure?: JsonObject;
  isStopping: boolean;
  isCancelled: boolean;
}): JsonObject {
  const { metadata, failure, isStopping, isCancelled } = options;
  const error = metadata.error as { name?: string; message?: string };
  if (isCancelled) return { cause: causeJson(cancelledCause()) };
  if (isStopping) {
    const message =
      'The portal was stopped while the run was under way, and does not take runs up again (scaffolder.taskRecovery.enabled).';
    return { error: { name: 'Error', message } };
  }
  const [line] = String(error?.message ?? 'The run failed').split(/\n\s+at /);
  return {
    error: { name: error?.name ?? 'Error', message: line },
    cause:
      failure?.cause ??
      causeJson(
        explainFailure({ message: `${error?.name ?? 'Error'}: ${line}` }),
      ),
  };
}
