import { createRequestBudget } from '../createRequestBudget';
import type {
  BudgetAnswer,
  BudgetOutcome,
  BudgetRequest,
} from '../RequestBudget';
import { createFakeTime, settle } from './createFakeTime';

/** A budget whose clock a test moves. */
export const time = () => {
  const fake = createFakeTime();
  return { ...fake, budget: createRequestBudget(fake) };
};
export type Time = ReturnType<typeof time>;

export const read: BudgetRequest = {
  host: 'github.com',
  credential: 'token:a',
  resource: 'core',
  method: 'GET',
  priority: 'background',
};
export const click: BudgetRequest = { ...read, priority: 'person' };
export const GRANTED = { outcome: 'granted' };
export const write: BudgetRequest = { ...read, method: 'POST' };

export function answer(
  status: number,
  headers: Record<string, string | number> = {},
): BudgetAnswer {
  return {
    status,
    header: name =>
      headers[name] === undefined ? undefined : String(headers[name]),
  };
}

/** Of an answer in time's fake hour, which resets after so many seconds. */
export function rate(
  { now }: Time,
  values: {
    limit?: number;
    remaining: number;
    inSeconds?: number;
    resource?: string;
  },
) {
  const { limit = 5000, remaining, inSeconds = 3600, resource } = values;
  return {
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': Math.floor(now().getTime() / 1000) + inSeconds,
    ...(resource && { 'x-ratelimit-resource': resource }),
  };
}

/** Asks, without waiting for the outcome. */
export function ask({ budget }: Time, request: BudgetRequest) {
  const asked: { outcome?: BudgetOutcome; error?: unknown } = {};
  budget.acquire(request).then(
    outcome => {
      asked.outcome = outcome;
    },
    error => {
      asked.error = error;
    },
  );
  return asked;
}

export function isGranted(asked: { outcome?: BudgetOutcome }): boolean {
  return asked.outcome?.outcome === 'granted';
}

export async function granted(of: Time, request: BudgetRequest) {
  const asked = ask(of, request);
  await settle();
  if (asked.outcome?.outcome !== 'granted') {
    throw new Error(`Not granted: ${JSON.stringify(asked)}`);
  }
  return asked.outcome;
}

/** The first answer, so that the limit is known. */
export async function learn(of: Time, values: Parameters<typeof rate>[1]) {
  const resource = (values.resource ?? 'core') as BudgetRequest['resource'];
  const first = await granted(of, { ...click, resource });
  first.done(answer(200, rate(of, values)));
}
