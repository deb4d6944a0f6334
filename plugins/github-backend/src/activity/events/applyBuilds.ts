import type { RunDetail, Runs } from '@callboard/plugin-github-common';
import { isFurther, isNewer } from '../builds/isNewer';
import { MOST_RUNS, RUNS } from '../builds/runsQuestion';
import { toJob, toRunBrief } from '../builds/toRunBrief';
import type { AnswerStore } from '../store/AnswerStore';

const FRESH_MS = 24 * 60 * 60 * 1000;

interface Where {
  store: AnswerStore;
  host: string;
  repository: string;
  /** In milliseconds since the epoch. */
  at: number;
}

/**
 * Puts a run of an event into the lists that are kept, so that these are true without asking. Where jobs have no events, the details of a run
 * that is over are asked for anew.
 */
export async function applyRun(
  options: Where & { run: unknown; hasJobEvents: boolean },
): Promise<void> {
  const { store, host, repository, at, hasJobEvents } = options;
  const told = toRunBrief(options.run);
  await store.change({
    ...{ host, repository, at, what: RUNS, topic: 'runs' },
    change(body) {
      const kept: { value: Runs } = JSON.parse(body);
      const { runs, total } = kept.value;
      const known = runs.find(({ id }) => id === told.id);
      if (known && !isNewer({ known, told })) return { freshForMs: FRESH_MS };
      const oldest = runs[runs.length - 1];
      const isOlder = oldest && told.id < oldest.id;
      // One that fell off the list long ago and is run again stays where GitHub has it: in the order of ids.
      if (!known && isOlder && runs.length >= MOST_RUNS) {
        return { freshForMs: FRESH_MS };
      }
      const next = [told, ...runs.filter(({ id }) => id !== told.id)]
        .sort((one, other) => other.id - one.id)
        .slice(0, MOST_RUNS);
      const value = { runs: next, total: known ? total : total + 1 };
      return {
        body: JSON.stringify({ ...kept, value }),
        freshForMs: FRESH_MS,
      };
    },
  });
  await changeDetail({
    ...options,
    runId: told.id,
    change(detail) {
      if (!isNewer({ known: detail.run, told })) return undefined;
      const isAgain = told.attempt > detail.run.attempt;
      return {
        ...detail,
        run: told,
        attempts: Math.max(detail.attempts, told.attempt),
        ...(isAgain && { jobs: [], omitted: 0 }),
      };
    },
  });
  if (told.status === 'completed' && !hasJobEvents) {
    const topics = [`run:${told.id}`];
    await store.mark({ host, repository, topics, at });
  }
}

/** Puts a job of an event into the details of its run. */
export async function applyJob(
  options: Where & { job: unknown },
): Promise<void> {
  const raw = options.job as any;
  const told = toJob(raw);
  await changeDetail({
    ...options,
    runId: raw.run_id,
    change(detail) {
      if ((raw.run_attempt ?? 1) !== detail.run.attempt) return undefined;
      const known = detail.jobs.find(({ id }) => id === told.id);
      if (known && !isFurther({ known: known.status, told: told.status })) {
        return undefined;
      }
      const jobs = known
        ? detail.jobs.map(job => (job.id === told.id ? told : job))
        : [...detail.jobs, told];
      return { ...detail, jobs };
    },
  });
}

async function changeDetail(
  options: Where & {
    runId: number;
    change(detail: RunDetail): RunDetail | undefined;
  },
): Promise<void> {
  const { store, host, repository, at, runId, change } = options;
  const key = { host, repository, what: `run:${runId}` };
  const { answer } = await store.read({ ...key, topics: [] });
  // Most runs nobody looks at; a mark for each would be many.
  if (!answer) return;
  await store.change({
    ...{ ...key, at, topic: `run:${runId}` },
    change(body) {
      const kept: { value: RunDetail } = JSON.parse(body);
      const value = change(kept.value);
      return {
        ...(value && { body: JSON.stringify({ ...kept, value }) }),
        ...(isOver(value ?? kept.value) && { freshForMs: FRESH_MS }),
      };
    },
  });
}

/** Nothing of it changes any more, unless it is run again. */
function isOver({ run, jobs }: RunDetail): boolean {
  return [run, ...jobs].every(({ status }) => status === 'completed');
}
