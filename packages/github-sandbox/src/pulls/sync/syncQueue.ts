import type { Sandbox } from '../../core/Sandbox';

const queues = new WeakMap<Sandbox, Promise<void>>();

/** Does work on pull requests that follows from pushes, one piece after the other. */
export function enqueue(options: {
  sandbox: Sandbox;
  work: () => Promise<void>;
}): Promise<void> {
  const { sandbox, work } = options;
  const before = queues.get(sandbox) ?? Promise.resolve();
  const next = before.then(work);
  queues.set(
    sandbox,
    next.catch(() => undefined),
  );
  return next;
}

/**
 * Resolves when pull requests know of all pushes up to now. Whoever reads or changes pull requests waits for this first, so that a push
 * shows at once. Never call it from work in the queue.
 */
export function pullsUpToDate(sandbox: Sandbox): Promise<void> {
  return queues.get(sandbox) ?? Promise.resolve();
}
