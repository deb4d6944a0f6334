const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60 * 1_000;
/** Somebody waits for a commit that is about to be there. */
const WAITING_FIRST_MS = 250;
const WAITING_LONGEST_MS = 4_000;

/** How long until a question is asked again: twice as long each time, up to a limit, and up to half of it by chance. */
export function retryDelayMs(options: {
  /** How often it was asked again before. */
  attempts: number;
  isWaiting: boolean;
  random: () => number;
}): number {
  const { attempts, isWaiting, random } = options;
  const [first, longest] = isWaiting
    ? [WAITING_FIRST_MS, WAITING_LONGEST_MS]
    : [FIRST_MS, LONGEST_MS];
  const ms = Math.min(longest, first * 2 ** Math.min(attempts, 20));
  return Math.round(ms * (1 - random() / 2));
}
