import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { mergePeople } from './mergePeople';
import type { ObservedNotice, ObservedSync } from './ObservedSync';
import type {
  ObservedMutation,
  PeopleInCatalog,
  ProviderObservations,
} from './ProviderObservations';

const MOST_WAITING = 100;
const MOST_NOTICES = 50;

/** The task that a provider of stock Backstage reads in: its own name and this. */
const REFRESH = ':refresh';

interface Run {
  startedAt: Date;
  mutations: ObservedMutation[];
  notices: ObservedNotice[];
  /** Of the last line that is an error. */
  error?: string;
}

/** In the memory of the process. */
export function createProviderObservations(options: {
  now(): Date;
}): ProviderObservations {
  const { now } = options;
  const listeners = new Set<(sync: ObservedSync) => void>();
  const waiting: ObservedSync[] = [];
  const runs = new Map<string, Run>();
  const current = new AsyncLocalStorage<Run>();
  let catalog: PeopleInCatalog | undefined;

  function report(sync: ObservedSync) {
    if (listeners.size > 0) {
      listeners.forEach(listener => listener(sync));
      return;
    }
    waiting.push(sync);
    if (waiting.length > MOST_WAITING) waiting.shift();
  }

  return {
    async run({ taskId, run: task }) {
      const run: Run = { startedAt: now(), mutations: [], notices: [] };
      runs.set(taskId, run);
      try {
        await current.run(run, task);
      } finally {
        // The last lines of the log are on their way.
        await nextTurn();
        if (runs.get(taskId) === run) runs.delete(taskId);
        syncsOf({ taskId, run, endedAt: now() }).forEach(report);
      }
    },
    mutated(mutation) {
      const run = current.getStore();
      if (run && [...runs.values()].includes(run)) {
        run.mutations.push(mutation);
        return;
      }
      // Of people, since what brings nothing and changes nothing outside of a run says nothing.
      const { added, changed, removed, conflicts } = mutation.people;
      const touched = [added, changed, removed, conflicts];
      if (touched.every(refs => refs.length === 0)) return;
      report({ ...mutation, by: 'event', outcome: 'read', notices: [] });
    },
    logged({ taskId, level, message }) {
      const run = runs.get(taskId);
      if (!run) return;
      if (level === 'error') run.error = message;
      if (run.notices.length < MOST_NOTICES) {
        run.notices.push({ level, message });
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      waiting.splice(0).forEach(sync => listener(sync));
      return () => {
        listeners.delete(listener);
      };
    },
    openCatalog(opened) {
      catalog = opened;
    },
    catalog: () => catalog,
  };
}

/** One for each provider that gave something; where none did, a failure of the provider whose task it is. */
function syncsOf(options: {
  taskId: string;
  run: Run;
  endedAt: Date;
}): ObservedSync[] {
  const { taskId, run, endedAt } = options;
  const { startedAt, mutations, notices, error } = run;
  const base = { startedAt, endedAt, by: 'schedule' as const };
  const names = [...new Set(mutations.map(each => each.providerName))];
  if (names.length > 0) {
    return names.map(providerName => ({
      ...base,
      providerName,
      outcome: 'read',
      people: mergePeople(
        mutations
          .filter(each => each.providerName === providerName)
          .map(({ people }) => people),
      ),
      notices,
    }));
  }
  // Tasks of the catalog's own are none of a provider.
  if (!taskId.endsWith(REFRESH)) return [];
  return [
    {
      ...base,
      providerName: taskId.slice(0, -REFRESH.length),
      outcome: 'failed',
      ...(error && { error }),
      notices: notices.filter(({ message }) => message !== error),
    },
  ];
}
