import type { InspectionContext } from '../inspection/InspectionContext';

const KEPT_MS = 10 * 60 * 1000;

/** Any part of a context that is the same one at every run. */
type Memory = Pick<InspectionContext, 'now'>;

const answers = new WeakMap<
  Memory,
  Map<string, { at: number; answer: unknown }>
>();

/**
 * What was found in the last ten minutes, for questions that cost the other side something; asked anew where somebody waits, and where the
 * answer was not good: what is mended shows at the next run.
 */
export async function remembered<T>(options: {
  /** Names the question, with everything that it depends on; of a secret its fingerprint. */
  key: string;
  context: Memory;
  asked: boolean;
  find(): Promise<T>;
  isGood(answer: T): boolean;
}): Promise<T> {
  const { key, context, asked, find, isGood } = options;
  const own = answers.get(context) ?? new Map();
  answers.set(context, own);
  const now = context.now().getTime();
  for (const [each, { at }] of own) {
    if (now - at >= KEPT_MS || now < at) own.delete(each);
  }
  const known = own.get(key);
  if (known && !asked) return known.answer as T;
  const answer = await find();
  if (isGood(answer)) own.set(key, { at: now, answer });
  else own.delete(key);
  return answer;
}
