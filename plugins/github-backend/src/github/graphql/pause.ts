import type { Link } from './Link';

const LONGEST_MS = 8_000;

/** Waits before another try, with jitter, longer each time. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
export async function pause(options: {
  link: Link;
  /** From 1. */
  attempt: number;
}): Promise<void> {
  const { link, attempt } = options;
  const { random, sleep } = link.surroundings;
  const longest = Math.min(250 * 2 ** (attempt - 1), LONGEST_MS);
  await sleep(random() * longest, link.signal);
}
