import type { BudgetAccount } from '../budget/RequestBudget';
import { createPatientTimeout } from '../outgoing/createPatientTimeout';
import { runInScope } from '../scope/runInScope';
import type { CallScope } from '../scope/CallScope';
import type { OpenTraceEntry } from '../trace/RequestTrace';

/** What is known of a try besides its answer. */
export interface Try<T> {
  outcome:
    | { kind: 'answer'; answer: T }
    | { kind: 'error'; error: unknown }
    /** No answer within the time-out. */
    | { kind: 'timeout' }
    /** The caller gave up. */
    | { kind: 'cancelled'; reason: unknown };
  /** What fetch threw. */
  cause?: unknown;
  /** Why the budget refused. fetch may hide it. */
  refusal?: Error;
  /** Of the last hop. */
  entry?: OpenTraceEntry;
  account?: BudgetAccount;
}

/** Sends a request once, in a scope, for at most `timeoutMs` until its answer has been read, not counting how long the budget holds it back. */
export async function tryOnce<T>(options: {
  send(how: { signal: AbortSignal; fetch: typeof fetch }): Promise<T>;
  scope: Omit<Partial<CallScope>, 'call'> & {
    call: NonNullable<CallScope['call']>;
  };
  timeoutMs: number;
  signals: AbortSignal[];
}): Promise<Try<T>> {
  const { send, scope, timeoutMs, signals } = options;
  const late = createPatientTimeout({ ms: timeoutMs });
  const found: Omit<Try<T>, 'outcome'> = {};
  const observer = {
    opened(entry: OpenTraceEntry, account: BudgetAccount) {
      late.observer.opened(entry, account);
      found.entry = entry;
      found.account = account;
    },
    left: late.observer.left,
    refused(error: Error) {
      found.refusal = error;
    },
  };
  const watchedFetch: typeof fetch = async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (error) {
      found.cause = error;
      throw error;
    }
  };
  try {
    const answer = await runInScope(
      { ...scope, call: { ...scope.call, observer } },
      () =>
        send({
          signal: AbortSignal.any([late.signal, ...signals]),
          fetch: watchedFetch,
        }),
    );
    return { ...found, outcome: { kind: 'answer', answer } };
  } catch (error) {
    const cancelled = signals.find(signal => signal.aborted);
    if (cancelled) {
      return {
        ...found,
        outcome: { kind: 'cancelled', reason: cancelled.reason },
      };
    }
    return {
      ...found,
      outcome: late.signal.aborted
        ? { kind: 'timeout' }
        : { kind: 'error', error },
    };
  } finally {
    late.stop();
  }
}
