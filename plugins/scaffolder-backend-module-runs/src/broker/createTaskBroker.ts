import { randomUUID } from 'node:crypto';
import type { TaskBroker } from '@backstage/plugin-scaffolder-node';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import { retryParameters } from '../answers/retryParameters';
import { holdMask } from '../mask/activeMasks';
import { findSecretParameters } from '../secrets/findSecretParameters';
import { splitSecrets } from '../secrets/splitSecrets';
import { cancelRun } from '../store/cancelRun';
import { createRun } from '../store/createRun';
import { dropOldRuns } from '../store/dropOldRuns';
import { findForsakenRuns } from '../store/findForsakenRuns';
import { getRun } from '../store/getRun';
import { listEvents } from '../store/listEvents';
import { listRuns, toSerializedTask } from '../store/listRuns';
import { sealClearRows } from '../store/sealClearRows';
import { isSqlite } from '../store/sqlTime';
import { claimNext } from './claimNext';
import { createDispatchSignal } from './createDispatchSignal';
import { createFence } from './createFence';
import {
  createRunContext,
  type OpenedRun,
  type RunContext,
} from './createRunContext';
import { createRunWatch } from './createRunWatch';
import { describeRun } from './describeRun';
import { cancelledCause, causeJson } from './failureBody';
import { publishRun } from './publishRun';
import { closeStaleRuns, endRunsOfOthers, recoverRuns } from './recoverRuns';
import { retryRun } from './retryRun';
import { sealSecrets } from './RunSecrets';
import type { RunServices } from './RunServices';
import { vacuumRuns } from './vacuumRuns';

/** Stock's broker, and what else is done with runs. */
export interface RunBroker extends TaskBroker {
  /**
   * To be called before the first claim. Encrypts what stock has stored in clear. Where no other process can have the database, takes up, or
   * ends, what an earlier process left.
   */
  start(): Promise<void>;
  /** Claims no more, and gives runs back so that they go on elsewhere. */
  stop(options: { graceMs: number }): Promise<void>;
  describe(options: { taskId: string }): Promise<RunDetails | undefined>;
  /** For the schedule: ends runs that nobody speaks of. */
  closeStaleRuns(): Promise<void>;
  /** For the schedule: drops state and files of runs that ended long ago. Gives their number. */
  dropOldRuns(): Promise<number>;
}

/** A broker on stock's tables. What it answers is what stock's answers, as far as that is not a secret. */
export function createTaskBroker(services: RunServices): RunBroker {
  const { knex, sealer, settings, logger } = services;
  const worker = randomUUID();
  const dispatched = createDispatchSignal();
  const watch = createRunWatch({ knex, logger });
  const active = new Map<string, RunContext>();
  let isStopped = false;

  function contextOf(run: OpenedRun): RunContext {
    const { row, claim } = run.claimed;
    const taskId = row.id;
    const release = holdMask({ mask: run.mask });
    const context = createRunContext({
      ...run,
      services,
      // An attempt that lost its claim may be in its step still, and stock's runner removes its folder in the end.
      workspaceName: active.has(taskId)
        ? `${taskId}_${run.claimed.attempt}`
        : taskId,
      fence: createFence({
        ...{ knex, taskId, claim, logger },
        heartMs: settings.heartMs,
        // Nobody takes a run over where runs are not recovered: it may as well go on.
        silenceMs: settings.recovers ? settings.staleMs / 2 : undefined,
      }),
      onEvents: () => watch.signal(taskId),
      onOver() {
        release();
        if (active.get(taskId) === context) active.delete(taskId);
      },
    });
    active.set(taskId, context);
    return context;
  }

  return {
    event$: options => watch.event$(options),
    list: query => listRuns({ knex, query }),
    async get(taskId) {
      return toSerializedTask((await getRun({ knex, taskId })).row);
    },
    describe: ({ taskId }) => describeRun({ services, taskId }),

    async dispatch({ spec: given, secrets, createdBy }) {
      const templateRef = given.templateInfo?.entityRef;
      const known =
        templateRef === undefined
          ? undefined
          : await services.templateSecrets(templateRef);
      const { spec, hidden } = splitSecrets({
        spec: given,
        secrets,
        secretParameters: [
          ...(known?.parameters ?? []),
          ...findSecretParameters({
            parameters: undefined,
            steps: given.steps,
          }),
        ],
      });
      const hasSecrets = secrets || Object.keys(hidden).length > 0;
      const { taskId } = await createRun({
        ...{ knex, spec, createdBy },
        seal: id =>
          hasSecrets
            ? sealSecrets({ sealer, taskId: id, secrets, hidden })
            : null,
      });
      await publishRun({
        services,
        payload: { id: taskId, spec, createdBy, status: 'open' },
      });
      dispatched.send();
      return { taskId };
    },

    async claim(options) {
      const { signal } = options ?? {};
      for (;;) {
        signal?.throwIfAborted();
        const run = isStopped
          ? undefined
          : await claimNext({ services, worker, onEnded: watch.signal });
        if (!run) {
          await dispatched.wait({ ms: settings.pollMs, signal });
          continue;
        }
        const { row } = run.claimed;
        const context = contextOf(run);
        // While it was being claimed.
        if (isStopped) {
          await context.stop({ graceMs: 0 });
          continue;
        }
        await publishRun({
          services,
          payload: {
            id: row.id,
            spec: JSON.parse(row.spec),
            status: 'processing',
            lastHeartbeatAt: row.last_heartbeat_at,
            createdAt: row.created_at,
            createdBy: row.created_by ?? undefined,
            state: run.state && run.mask.deep(run.state),
          },
        });
        return context;
      }
    },

    async cancel(taskId) {
      const { events: said } = await listEvents({ knex, taskId });
      const stepId = said.findLast(({ body }) => body.stepId)?.body.stepId ?? 0;
      const body = {
        message: `Step ${stepId} has been cancelled.`,
        stepId,
        status: 'cancelled',
      };
      const cancelled = await cancelRun({
        ...{ knex, taskId, body },
        endBody: {
          message: 'Run completed with status: cancelled',
          cause: causeJson(cancelledCause()),
        },
      });
      if (cancelled.outcome === 'over') return;
      active.get(taskId)?.cancel();
      watch.signal(taskId);
      await publishRun({
        services,
        payload: {
          ...{ id: cancelled.eventId, taskId, status: 'cancelled', body },
        },
      });
    },

    async retry({ taskId, secrets }) {
      await retryRun({
        services,
        taskId,
        // Stock's route passes on only what the template's schema of secrets allows.
        secrets: { ...secrets, ...retryParameters() },
      });
      watch.signal(taskId);
      dispatched.send();
    },

    async recoverTasks() {
      if (!settings.recovers) return;
      const isAny = await recoverRuns({ services, onEvents: watch.signal });
      if (isAny) dispatched.send();
    },
    vacuumTasks: ({ timeoutS }) =>
      vacuumRuns({
        services,
        find: () => findForsakenRuns({ knex, seconds: timeoutS }),
      }),
    closeStaleRuns: () => closeStaleRuns({ services }),
    dropOldRuns: () =>
      dropOldRuns({ knex, seconds: settings.keepFailedMs / 1000 }),

    async start() {
      const sealed = await sealClearRows({ knex, sealer });
      if (sealed > 0) {
        logger.info(
          `Encrypted what ${sealed} earlier runs had stored in clear`,
        );
      }
      if (!isSqlite(knex)) return;
      if (settings.recovers) {
        await recoverRuns({ services, notOf: worker, onEvents: watch.signal });
      } else {
        await endRunsOfOthers({ services, notOf: worker });
      }
    },
    async stop({ graceMs }) {
      isStopped = true;
      const stopped = await Promise.allSettled(
        [...active.values()].map(context => context.stop({ graceMs })),
      );
      for (const each of stopped) {
        if (each.status === 'rejected') {
          logger.warn(`A run could not be given back: ${each.reason}`);
        }
      }
    },
  };
}
