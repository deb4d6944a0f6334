import { randomUUID } from 'node:crypto';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { AskFirstError } from './AskFirstError';
import { isDefinite } from './isDefinite';

/** An earlier try at the same thing, by this run, of which nobody knows how it ended: its process was killed, or no answer came. */
export interface UnknownAttempt {
  /** When it was about to begin: ISO 8601. */
  at: string;
}

/** A try at something that must not be done twice. */
export interface Attempt {
  /** When it was about to begin, ISO 8601; of the first try, so that all make the same of it. */
  firstAt: string;
  /** Earlier ones that may have done it. Empty: nothing can have been done. */
  unknown: UnknownAttempt[];
}

type Outcome<T> =
  | { outcome: 'done'; value: T }
  /** The other side has taken nothing in. */
  | { outcome: 'refused' }
  /** A person was asked about the tries before. */
  | { outcome: 'asked' }
  | { outcome: 'unknown' };

/**
 * Does something once in the life of a run, however often its process is killed and however often it is retried. Before each try its intent
 * is kept, after it how it ended; so a later try knows whether an earlier one may have done it, and looks before it does it again. What it
 * has yielded is kept, and must be JSON without secrets.
 */
export async function once<T>(options: {
  ctx: Pick<ActionContext<any, any, any>, 'checkpoint'>;
  /** Of the thing within its step, with what it is about: an action may run once for each item of a list. */
  key: string;
  run(attempt: Attempt): Promise<T>;
}): Promise<T> {
  const { ctx, key, run } = options;
  const keep = <V>(name: string, fn: () => V | Promise<V>): Promise<V> =>
    ctx.checkpoint({ key: name, fn: fn as any }) as Promise<V>;

  const { value } = await keep(key, async () => {
    const mine = randomUUID();
    const unknown: UnknownAttempt[] = [];
    let firstAt: string | undefined;
    for (let number = 1; ; number += 1) {
      const outcomeKey = `${key}.outcome.${number}`;
      const intent = await keep(`${key}.intent.${number}`, () => ({
        id: mine,
        at: new Date().toISOString(),
      }));
      firstAt ??= intent.at;
      if (intent.id !== mine) {
        const ended = await keep<Outcome<T>>(outcomeKey, () => ({
          outcome: 'unknown',
        }));
        if (ended.outcome === 'done') return { value: ended.value };
        if (ended.outcome === 'unknown') unknown.push({ at: intent.at });
        if (ended.outcome === 'asked') unknown.length = 0;
        continue;
      }
      try {
        const done = await run({ firstAt, unknown });
        await keep<Outcome<T>>(outcomeKey, () => ({
          outcome: 'done',
          value: done,
        }));
        return { value: done };
      } catch (error) {
        if (isDefinite(error)) {
          const outcome = error instanceof AskFirstError ? 'asked' : 'refused';
          await keep<Outcome<T>>(outcomeKey, () => ({ outcome }));
        }
        throw error;
      }
    }
  });
  return value;
}
