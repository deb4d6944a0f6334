import { NotFoundError } from '@backstage/errors';
import type { SerializedTaskEvent } from '@backstage/plugin-scaffolder-node';
import type {
  RunCredential,
  RunDetails,
  RunEventBody,
  RunNeed,
} from '@callboard/plugin-scaffolder-common';
import type { RunSpec } from '../secrets/RunSpec';
import { getRun, type StoredRun } from '../store/getRun';
import { listEvents } from '../store/listEvents';
import { toIso } from '../store/sqlTime';
import { needsOf } from './retryRun';
import type { RunServices } from './RunServices';

/** What the page of a run shows beside stock's task; undefined for a run that is not there. Whether the caller may see it is not asked here. */
export async function describeRun(options: {
  services: RunServices;
  taskId: string;
}): Promise<RunDetails | undefined> {
  const { services, taskId } = options;
  const { knex } = services;
  const stored = await getRun({ knex, taskId }).catch(error => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
  if (!stored) return undefined;
  const { row, claims } = stored;
  const spec: RunSpec = JSON.parse(row.spec);
  const { events } = await listEvents({ knex, taskId });
  const isFailed = row.status === 'failed';
  return {
    taskId,
    status: row.status,
    ...(isFailed && failureIn(events)),
    needs: await retryNeeds({ services, stored }),
    credentials: credentialsIn(events),
    attempts: claims?.attempts ?? 1,
    ...(claims?.recovered_at
      ? { recoveredAt: toIso(claims.recovered_at) }
      : {}),
    maskedParameters: spec.maskedParameters ?? [],
  };
}

/** Of each step the credential of its last attempt, in the order of the steps. */
function credentialsIn(events: SerializedTaskEvent[]): RunCredential[] {
  const byStep = new Map<string, RunCredential>();
  for (const { body } of events) {
    const { credential } = body as unknown as RunEventBody;
    if (credential) byStep.set(credential.stepId, credential);
  }
  return [...byStep.values()];
}

/** The step that failed last and why; steps that a retry has completed since do not count. */
function failureIn(
  events: SerializedTaskEvent[],
): Pick<RunDetails, 'failedStep' | 'cause'> {
  let failure: RunEventBody | undefined;
  let end: RunEventBody | undefined;
  for (const { type, body } of events) {
    const said = body as unknown as RunEventBody;
    if (type === 'completion') end = said;
    if (said.status === 'failed' && said.stepId) failure = said;
    if (said.status === 'completed' && said.stepId === failure?.stepId) {
      failure = undefined;
    }
  }
  const cause = failure?.cause ?? end?.cause;
  return {
    ...(failure?.stepId !== undefined && { failedStep: failure.stepId }),
    ...(cause && { cause }),
  };
}

async function retryNeeds(options: {
  services: RunServices;
  stored: StoredRun;
}): Promise<RunNeed[]> {
  const { status } = options.stored.row;
  if (status !== 'failed' && status !== 'cancelled') return [];
  try {
    return await needsOf(options);
  } catch {
    // The page shows the run all the same; a retry says what is wrong.
    return [];
  }
}
