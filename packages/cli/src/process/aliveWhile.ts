/**
 * Keeps the process going until the work is done. What waits for GitHub does so by timers that keep no process alive, as is right in a
 * portal; in a command, where nothing else goes on, the process would end in the middle, with status 0.
 */
export async function aliveWhile<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, 60_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
