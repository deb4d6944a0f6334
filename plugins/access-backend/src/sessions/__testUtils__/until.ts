const PATIENCE_MS = 30_000;

/** Resolves once the condition holds, to the milliseconds that took. */
export async function until(
  condition: () => boolean | Promise<boolean>,
): Promise<number> {
  const startedAt = performance.now();
  while (!(await condition())) {
    if (performance.now() - startedAt > PATIENCE_MS) {
      throw new Error('Waited in vain');
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return performance.now() - startedAt;
}
