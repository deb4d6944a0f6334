/** Polls until a condition holds. Throws with what `describe` says when it does not within the time, by default 60 s. */
export async function until(
  condition: () => Promise<boolean>,
  options: { describe: () => string; timeoutMs?: number },
) {
  const deadline = performance.now() + (options.timeoutMs ?? 60_000);
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`Gave up waiting: ${options.describe()}`);
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
