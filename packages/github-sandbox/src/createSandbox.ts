import { createClock } from './core/createClock';
import { createEventBus } from './core/events/createEventBus';
import type { Sandbox } from './core/Sandbox';
import { createState } from './core/state';
import { createFaults } from './faults/createFaults';
import { features } from './features';
import { createGitHost } from './git';
import { createRateLimits } from './limits/createRateLimits';
import { createRequestLog } from './requests/createRequestLog';

/** An empty GitHub, whose git repositories are in `directory`. Nothing listens yet. */
export function createSandbox(options: {
  baseUrl: string;
  directory: string;
  /** Sandbox time at the start; the machine's time where it is left out. */
  start?: Date;
  latencyMs?: number;
  onError: (error: unknown) => void;
  /** Called after changes of the state. */
  onChange?: () => void;
}): Sandbox {
  const { baseUrl, directory, start, latencyMs, onError, onChange } = options;
  const clock = createClock({ start, onError });
  const running = new Set<Promise<unknown>>();
  let lastId = 1000;

  const background = (work: Promise<unknown>) => {
    const guarded = work.catch(onError).finally(() => running.delete(guarded));
    running.add(guarded);
  };
  const sandbox: Sandbox = {
    baseUrl,
    clock,
    state: createState(),
    git: createGitHost({ directory }),
    events: createEventBus({ now: () => clock.iso(), background, onError }),
    limits: createRateLimits({ clock }),
    faults: createFaults({ clock, latencyMs }),
    requests: createRequestLog(),
    nextId() {
      lastId += 1;
      return lastId;
    },
    skipIds({ to }) {
      lastId = Math.max(lastId, to);
    },
    closing: new AbortController(),
    background,
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    changed: () => onChange?.(),
  };
  for (const feature of features) feature.start?.({ sandbox });
  return sandbox;
}
