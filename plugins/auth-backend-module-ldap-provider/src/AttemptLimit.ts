import { CustomErrorBase } from '@backstage/errors';

const ATTEMPTS = 10;
const PERIOD_MS = 60_000;
const MAX_NAMES = 10_000;

/** The answer is a 429. */
class TooManyAttemptsError extends CustomErrorBase {
  name = 'TooManyAttemptsError' as const;
  statusCode = 429;
}

/**
 * Allows so many attempts for one user name in a minute, whether somebody has that name or not. It slows guessing down, and lets a
 * directory that locks accounts after failures do so less easily.
 */
export class AttemptLimit {
  readonly #attempts = new Map<string, { count: number; until: number }>();

  /** Counts an attempt before it is made, so that many at once count too. Throws when there were too many. */
  begin(username: string): void {
    const key = keyOf(username);
    const now = Date.now();
    const known = this.#attempts.get(key);
    const current =
      known && now < known.until ? known : { count: 0, until: now + PERIOD_MS };
    if (current.count >= ATTEMPTS) {
      throw new TooManyAttemptsError(
        'Too many attempts. Wait a minute, then try again.',
      );
    }
    current.count++;
    // Again, so that the oldest comes first.
    this.#attempts.delete(key);
    this.#attempts.set(key, current);
    if (this.#attempts.size > MAX_NAMES) {
      const [oldest] = this.#attempts.keys();
      this.#attempts.delete(oldest);
    }
  }

  succeed(username: string): void {
    this.#attempts.delete(keyOf(username));
  }
}

/** Other spellings that a directory takes for the same name. */
function keyOf(username: string) {
  return username
    .slice(0, 256)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ');
}
