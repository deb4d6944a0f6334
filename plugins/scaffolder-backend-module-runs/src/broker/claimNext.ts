import type { RunCause } from '@callboard/plugin-scaffolder-common';
import { type ClaimedRun, claimRun } from '../store/claimRun';
import { endRun } from '../store/endRun';
import type { ClaimRow, TaskRow } from '../store/rows';
import { isSqlite } from '../store/sqlTime';
import { withClaim } from '../store/withClaim';
import type { OpenedRun } from './createRunContext';
import { cancelledCause, causeJson, sentenceOf } from './failureBody';
import { openRun } from './openRun';
import { publishRun } from './publishRun';
import type { RunServices } from './RunServices';

/** So often a run that this process cannot open is left to another one, which may have its key. */
const MOST_FOREIGN_CLAIMS = 20;

/** Claims the oldest run that waits and can be run. Those that cannot be are ended, with the cause. Undefined when none waits. */
export async function claimNext(options: {
  services: RunServices;
  worker: string;
  onEnded: (taskId: string) => void;
}): Promise<OpenedRun | undefined> {
  const { services, worker, onEnded } = options;
  const { knex, settings } = services;
  for (;;) {
    const claimed = await claimRun({
      knex,
      worker,
      keepsSecrets: spec => settings.recovers || startsOver(spec),
    });
    if (!claimed) return undefined;
    if (claimed.isCancelled) {
      await endAtOnce({ services, claimed, cause: cancelledCause() });
    } else {
      const opened = openRun({ services, claimed });
      if (opened.outcome === 'opened') return opened.run;
      if (!isSqlite(knex) && claimed.attempt < MOST_FOREIGN_CLAIMS) {
        await giveBack({ services, claimed });
        return undefined;
      }
      await endAtOnce({ services, claimed, cause: unopenableCause() });
    }
    onEnded(claimed.row.id);
  }
}

/** With its secrets, which the claim may have taken out of the row. */
async function giveBack(options: {
  services: RunServices;
  claimed: ClaimedRun;
}) {
  const { services, claimed } = options;
  const { row, claim } = claimed;
  await withClaim({
    ...{ knex: services.knex, taskId: row.id, claim },
    async work(tx) {
      await tx<TaskRow>('tasks')
        .where({ id: row.id })
        .update({ status: 'open', secrets: row.secrets });
      await tx<ClaimRow>('run_claims')
        .where({ task_id: row.id })
        .update({ claim: null, worker: null });
    },
  });
}

async function endAtOnce(options: {
  services: RunServices;
  claimed: ClaimedRun;
  cause: RunCause;
}) {
  const { services, claimed, cause } = options;
  const { row, claim } = claimed;
  const status = cause.code === 'cancelled' ? 'cancelled' : 'failed';
  const ended = await endRun({
    ...{ knex: services.knex, taskId: row.id, claim, status },
    body: {
      message: `Run completed with status: ${status}`,
      error: { name: 'Error', message: sentenceOf(cause) },
      cause: causeJson(cause),
    },
  });
  if (ended.outcome === 'lost') return;
  await publishRun({
    services,
    payload: {
      id: row.id,
      status,
      lastHeartbeatAt: ended.value.last_heartbeat_at,
      createdAt: row.created_at,
      createdBy: row.created_by,
    },
  });
}

function unopenableCause(): RunCause {
  return {
    code: 'cannot-open',
    title: 'What is stored of this run cannot be opened.',
    remedy:
      'It was encrypted with another key (callboard.templates.key). Start the template anew, or bring the key back and retry.',
  };
}

function startsOver(spec: string) {
  try {
    const { EXPERIMENTAL_recovery: recovery } = JSON.parse(spec);
    return recovery?.EXPERIMENTAL_strategy === 'startOver';
  } catch {
    return false;
  }
}
