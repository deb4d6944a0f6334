import { lengthOfTime } from './lengthOfTime';
import type { OrganisationStatus } from './MirrorStatus';

/** Below this many changes in an hour the slowest one alone is the p99, and says little of the others. */
const ENOUGH_SAMPLES = 20;
/** How much later than planned a run may be: other runs of many organisations come first. */
const LEAST_GRACE_MS = 10 * 60 * 1000;

/** What keeps an organisation's part of the catalog from being as fresh as it should be. */
export interface FreshnessTrouble {
  kind: 'failing' | 'stopped' | 'never' | 'slow';
  /** `fail`: the catalog is not kept up to date at all. */
  severity: 'warn' | 'fail';
  /** A sentence. */
  cause: string;
  /** What to do about it, in sentences. */
  remedy: string;
}

/**
 * Whether an organisation's mirror is as fresh as it should be; none where it is. The page, the checks and the log judge by this one rule.
 * Held removals are another matter: what is there is still fresh.
 */
export function judgeFreshness(options: {
  status: OrganisationStatus;
  now: Date;
}): FreshnessTrouble[] {
  const { status, now } = options;
  const found = [
    failing({ problem: status.problem, of: 'repositories' }),
    failing({ problem: status.peopleProblem, of: 'people and teams' }),
    stopped({ status, now }),
    slow(status),
  ];
  return found.filter(trouble => trouble !== undefined);
}

function failing(options: {
  problem: OrganisationStatus['problem'];
  of: string;
}): FreshnessTrouble | undefined {
  const { problem, of } = options;
  return (
    problem && {
      kind: 'failing',
      severity: 'fail',
      cause: `The last reading of ${of} failed: ${sentence(problem.message)}`,
      remedy: problem.remedy
        ? sentence(problem.remedy)
        : 'See the results of the connections: is the App still installed, is the token still good, is a limit used up? Nothing was removed from the catalog, and the next run tries again.',
    }
  );
}

/** One that fails has said so already. */
function stopped(options: {
  status: OrganisationStatus;
  now: Date;
}): FreshnessTrouble | undefined {
  const { status, now } = options;
  if (status.problem || status.sources.length === 0) return undefined;
  const last = newest(status.lastIncrementalAt, status.lastFullAt);
  const next = timeOf(status.nextIncrementalAt);
  if (last === undefined) {
    return {
      kind: 'never',
      severity: 'warn',
      cause: 'It has not been read yet.',
      remedy:
        'Wait for the first run, which begins when the portal starts. If nothing comes, the log of the portal has more.',
    };
  }
  if (next === undefined) return undefined;
  const graceMs = Math.max(LEAST_GRACE_MS, next - last);
  const lateMs = now.getTime() - next;
  if (lateMs <= graceMs) return undefined;
  return {
    kind: 'stopped',
    severity: 'fail',
    cause: `The last run was ${lengthOfTime(
      now.getTime() - last,
    )} ago; the next one is late by ${lengthOfTime(lateMs)}.`,
    remedy:
      'See whether a limit of GitHub is used up (requests wait until it is full again), and whether a replica holds the task: its log has more. "Reconcile now" starts a run.',
  };
}

function slow(status: OrganisationStatus): FreshnessTrouble | undefined {
  const { lag, targetLagMs, eventsInLastHour, queued } = status;
  if (!lag) return undefined;
  const typical = lag.p50 > targetLagMs;
  const slowest = lag.p99 > targetLagMs && lag.samples >= ENOUGH_SAMPLES;
  if (!typical && !slowest) return undefined;
  return {
    kind: 'slow',
    severity: 'warn',
    cause: `Of ${lag.samples} ${
      lag.samples === 1 ? 'change' : 'changes'
    } in the last hour ${typical ? 'half' : '1 in 100'} took ${lengthOfTime(
      typical ? lag.p50 : lag.p99,
    )} or more to get into the catalog; the target is ${lengthOfTime(
      targetLagMs,
    )}.`,
    remedy: slowRemedy({ eventsInLastHour, queued }),
  };
}

function slowRemedy(options: {
  eventsInLastHour: number;
  queued: number;
}): string {
  const { eventsInLastHour, queued } = options;
  if (eventsInLastHour === 0) {
    return 'No event arrived in that hour, so changes are found by the schedule alone. Have GitHub send its webhook to the portal, or set callboard.github.catalog.freshness.targetLag to what the schedule can keep.';
  }
  if (queued > 0) {
    return `${queued} ${
      queued === 1 ? 'repository waits' : 'repositories wait'
    } to be asked about. See whether a limit of GitHub is used up, and who spends it.`;
  }
  return 'See in the recent calls how long GitHub takes to answer, and in the deliveries of the App whether events arrive late.';
}

function newest(...times: (string | undefined)[]): number | undefined {
  const known = times.map(timeOf).filter(time => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function timeOf(time: string | undefined): number | undefined {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? undefined : at;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
