import { randomUUID } from 'node:crypto';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import { lowerKey } from '../store/lowerKey';
import { acceptPlan } from './acceptPlan';
import { beginsAtOnce } from './beginsAtOnce';
import { createDrainer } from './createDrainer';
import { createExclusively } from './createExclusively';
import { createFirstRuns } from './createFirstRuns';
import { createRetries } from './createRetries';
import { describeProblem } from './describeProblem';
import { findOrganisations } from './findOrganisations';
import { frequencyMsOf } from './frequencyMsOf';
import type { GithubMirror } from './GithubMirror';
import { holdUninstalled } from './holdUninstalled';
import type { MirrorContext } from './MirrorContext';
import { planTasks, type MirrorTask } from './planTasks';
import { runOrganisation } from './runOrganisation';
import { settleOwners } from './settleOwners';
import { sourcesFor } from './sourcesFor';
import { statusOf, type EventCounts } from './statusOf';
import type { TaskState } from './TaskState';
import { processTimers, type Timers } from './Timers';

/** What a task is in whose organisations differ. */
const ORDER: TaskState[] = ['failed', 'busy', 'done'];

/** A mirror, and what runs it. */
export interface RunningMirror extends GithubMirror {
  /** Schedules the runs, and works off what is left in the queue. */
  start(): Promise<void>;
  /**
   * Begins to read what was never read, without waiting for the scheduler, which looks for due tasks every five seconds. Where the schedule
   * has an initial delay that is kept, and what is only run by hand waits for that. Where the scheduler comes to the same just after, it
   * has nothing to do.
   */
  beginFirst(): Promise<void>;
  stop(): void;
  /** Teams or people of a host may have come or gone. Returns before anything follows from it. */
  ownersMayDiffer(host: string): void;
  /** Runs what is scheduled for an organisation now. */
  run(options: { host: string; organisation: string }): Promise<void>;
  /** Resolves when nothing is being worked on; what waits for a time does not count. */
  settled(): Promise<void>;
}

/** See `GithubMirror`. */
export function createGithubMirror(
  options: Omit<
    MirrorContext,
    'checked' | 'holder' | 'exclusively' | 'ownersSettled'
  > & {
    scheduler: SchedulerService;
    events?: EventCounts;
    timers?: Timers;
  },
): RunningMirror {
  const { settings, store, logger, scheduler, events, now } = options;
  const context: MirrorContext = {
    ...options,
    checked: new Set(),
    ownersSettled: new Map(),
    holder: randomUUID(),
    exclusively: createExclusively(),
  };
  const tasks = planTasks(settings.repositories);
  const background = new Set<Promise<unknown>>();
  const firstRuns = createFirstRuns({ now });

  function inBackground(work: Promise<unknown>) {
    const settled = work.catch(error =>
      logger.error(`What GitHub has could not be read: ${error}`),
    );
    background.add(settled);
    settled.finally(() => background.delete(settled));
  }

  const { timers = processTimers } = options;
  const retries = createRetries({ timers, inBackground });

  async function reconcile(which: {
    host: string;
    organisation: string;
    reason: string;
  }) {
    const { host, organisation, reason } = which;
    const state = await store.organisations.get({ host, organisation });
    if (
      sourcesFor({ settings, host, owner: organisation, app: state?.app })
        .length === 0
    ) {
      // It may be that an App has just been installed there.
      tasks
        .filter(task => task.host === host && task.app !== undefined)
        .forEach(task =>
          retries.run({
            key: task.id,
            work: async () =>
              (await runTask(task)) === 'failed' ? 'failed' : 'done',
          }),
        );
      return;
    }
    logger.info(
      `All of ${organisation} at ${host} is going to be read again: ${reason}`,
    );
    await store.organisations.set({
      host,
      organisation: state?.organisation ?? organisation,
      values: { gap: reason },
    });
    retries.run({
      key: `${host}/${lowerKey(organisation)}`,
      async work() {
        const latest = await store.organisations.get({ host, organisation });
        if (!latest?.gap) return 'done';
        const ran = await runOrganisation({
          ...{ context, host, organisation },
          force: true,
        });
        // Whoever is at it may fail.
        return ran.state === 'busy' ? 'failed' : ran.state;
      },
    });
  }

  const drainer = createDrainer({
    context,
    timers,
    suspect: async ({ host, owner, reason }) =>
      reconcile({ host, organisation: owner, reason }),
  });

  async function runTask(
    task: MirrorTask,
    signal?: AbortSignal,
  ): Promise<TaskState> {
    const { host, organisation, app } = task;
    if (organisation !== undefined) {
      const { state } = await runOrganisation({
        ...{ context, host, organisation, signal },
      });
      return state;
    }
    try {
      const found = await findOrganisations({
        context,
        host,
        app: app!,
        signal,
      });
      await holdUninstalled({ context, host, app: app!, found });
      const named = new Set(
        tasks
          .filter(each => each.host === host && each.organisation)
          .map(each => lowerKey(each.organisation!)),
      );
      const states = new Set<TaskState>();
      for (const each of found.filter(login => !named.has(lowerKey(login)))) {
        const { state } = await runOrganisation({
          ...{ context, host, organisation: each, signal },
        });
        states.add(state);
      }
      return ORDER.find(state => states.has(state)) ?? 'done';
    } catch (error) {
      const { message } = describeProblem({ error, now });
      logger.warn(
        `The organisations of App ${app} at ${host} are not known, so what is known of them stays: ${message}`,
      );
      return 'failed';
    }
  }

  async function organisations() {
    const found = new Map<string, { host: string; organisation: string }>();
    const states = await store.organisations.list();
    const add = (host: string, organisation: string) =>
      found.set(`${host}/${lowerKey(organisation)}`, { host, organisation });
    for (const { host, organisation } of tasks) {
      if (organisation !== undefined) add(host, organisation);
    }
    for (const { host, organisation, app } of states) {
      if (sourcesFor({ settings, host, owner: organisation, app }).length > 0) {
        add(host, organisation);
      }
    }
    return [...found.values()];
  }

  function taskOf(host: string, organisation: string, app?: number) {
    return (
      tasks.find(
        task =>
          task.host === host &&
          task.organisation !== undefined &&
          lowerKey(task.organisation) === lowerKey(organisation),
      ) ?? tasks.find(task => task.host === host && task.app === app)
    );
  }

  async function settleAllOwners(host: string) {
    for (const each of await organisations()) {
      if (each.host === host) await settleOwners({ context, ...each });
    }
  }

  return {
    organisations,
    reconcile,
    ownersMayDiffer: host => inBackground(settleAllOwners(host)),
    async hint(hints) {
      await store.hints.add(hints);
      const owners = new Map(
        hints.map(({ host, owner }) => [
          `${host}/${lowerKey(owner)}`,
          { host, owner },
        ]),
      );
      owners.forEach(owner => drainer.wake(owner));
    },
    async status() {
      const all = await organisations();
      return await Promise.all(
        all.map(async ({ host, organisation }) => {
          const state = await store.organisations.get({ host, organisation });
          const task = taskOf(host, organisation, state?.app);
          return await statusOf({
            context,
            events,
            host,
            organisation,
            everyMs: task && frequencyMsOf(task.schedule),
          });
        }),
      );
    },
    async accept({ planId, by }) {
      return await acceptPlan({ context, planId, by });
    },
    async run({ host, organisation }) {
      await runOrganisation({ context, host, organisation });
    },
    async start() {
      for (const task of tasks) {
        await scheduler.scheduleTask({
          id: task.id,
          ...task.schedule,
          async fn(signal) {
            if (await firstRuns.hasJustDone({ taskId: task.id })) return;
            await runTask(task, signal);
          },
        });
      }
      await scheduler.scheduleTask({
        id: 'github-mirror-queue',
        // Each replica looks for what another has left.
        scope: 'local',
        frequency: { seconds: 15 },
        timeout: { minutes: 1 },
        fn: async () => drainer.wakeAll(),
      });
    },
    async beginFirst() {
      const states = await store.organisations.list();
      for (const task of tasks) {
        const { host, organisation, app } = task;
        const isKnown = states.some(
          state =>
            state.host === host &&
            (organisation === undefined
              ? state.app === app
              : lowerKey(state.organisation) === lowerKey(organisation)),
        );
        if (!isKnown && beginsAtOnce(task.schedule)) {
          const run = runTask(task);
          inBackground(run);
          firstRuns.add({ taskId: task.id, run });
        }
      }
    },
    stop() {
      drainer.stop();
      retries.stop();
    },
    async settled() {
      do {
        await drainer.settled();
        await Promise.all(background);
      } while (background.size > 0);
    },
  };
}
