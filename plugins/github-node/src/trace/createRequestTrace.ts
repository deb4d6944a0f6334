import { createLimitBook } from './createLimitBook';
import { createSpendingBook } from './createSpendingBook';
import { maskPath } from './maskPath';
import { maskText } from './maskText';
import type { OpenTraceEntry, RequestTrace } from './RequestTrace';
import type { TraceEntry } from './TraceEntry';

const MOST_LISTED = 1_000;
const LONGEST = { name: 120, text: 300 };
const MOST_STEPS = 20;

/** A trace that keeps the last `limit` entries and forgets the oldest. Nothing is written anywhere. */
export function createRequestTrace(options: {
  now: () => Date;
  /** @defaultValue 5000 */
  limit?: number;
}): RequestTrace {
  const { now, limit: most = 5_000 } = options;
  /** A ring: entry `id` is at `id % most`. */
  const ring: TraceEntry[] = [];
  let lastId = 0;
  const spending = createSpendingBook({ now });
  const limits = createLimitBook({ now });
  const listeners = new Set<(entry: Readonly<TraceEntry>) => void>();

  function open(entry: TraceEntry, limitOwner?: string): OpenTraceEntry {
    let isFinished = false;
    return {
      entry,
      amend(changes) {
        // What was counted is counted again with the new cost.
        if (isFinished && changes.cost !== undefined) {
          spending.add({ ...entry, cost: changes.cost - entry.cost }, 0);
        }
        Object.assign(entry, bounded(changes));
      },
      finish(outcome) {
        if (isFinished) return;
        isFinished = true;
        Object.assign(entry, bounded(outcome));
        spending.add(entry, 1);
        limits.note(entry, limitOwner);
        listeners.forEach(listener => listener(entry));
      },
    };
  }

  return {
    begin(values, more = {}) {
      lastId += 1;
      const entry: TraceEntry = {
        ...bounded(values),
        id: lastId,
        at: now().toISOString(),
        cached: false,
        cost: 0,
        waitedMs: 0,
      };
      ring[lastId % most] = entry;
      return open(entry, more.limitOwner);
    },
    list({ afterId = 0, limit = MOST_LISTED, ...filter } = {}) {
      const found: TraceEntry[] = [];
      const oldest = Math.max(afterId, lastId - most, 0);
      const wanted = Math.min(Math.max(0, limit), MOST_LISTED);
      for (let id = lastId; id > oldest && found.length < wanted; id -= 1) {
        const entry = ring[id % most];
        if (matches(entry, filter)) found.push({ ...entry });
      }
      return found;
    },
    spenders: spending.spenders,
    limits: limits.list,
    onFinish(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function matches(
  entry: TraceEntry,
  filter: {
    host?: string;
    plugin?: string;
    credentialId?: string;
    owner?: string;
  },
): boolean {
  const { host, plugin, credentialId, owner } = filter;
  return (
    (host === undefined || entry.host === host) &&
    (plugin === undefined || entry.plugin === plugin) &&
    (credentialId === undefined || entry.credentialId === credentialId) &&
    (owner === undefined || entry.owner?.toLowerCase() === owner.toLowerCase())
  );
}

/** Texts come from outside: none may be long or hold a secret. */
function bounded<T extends Partial<TraceEntry>>(values: T): T {
  const { path, error, plugin, person, owner, repository, passedOver } = values;
  const name = (text: string | undefined) => text?.slice(0, LONGEST.name);
  return {
    ...values,
    ...(path !== undefined && { path: maskPath(path) }),
    ...(error !== undefined && {
      error: maskText(error).slice(0, LONGEST.text),
    }),
    ...(plugin !== undefined && { plugin: name(plugin) }),
    ...(person !== undefined && { person: name(person) }),
    ...(owner !== undefined && { owner: name(maskText(owner)) }),
    ...(repository !== undefined && { repository: name(maskText(repository)) }),
    ...(passedOver && { passedOver: passedOver.slice(0, MOST_STEPS) }),
  };
}
