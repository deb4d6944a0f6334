import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClock } from '../../core/createClock';
import { createEventBus } from '../../core/events/createEventBus';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import { createState } from '../../core/state';
import { createFaults } from '../../faults/createFaults';
import { createGitHost } from '../../git';
import { createRateLimits } from '../../limits/createRateLimits';
import { createRequestLog } from '../../requests/createRequestLog';

/** The time of the clock of a bare sandbox, which stands still. */
export const NOW = '2026-11-26T12:00:00Z';

/** A sandbox with state and git only: no feature listens. `remove` takes its files away. */
export function createBareSandbox() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'seed-'));
  const clock = createClock({ start: new Date(NOW) });
  clock.freeze();
  clock.set({ time: new Date(NOW) });
  const emitted: SandboxEvent[] = [];
  const events = createEventBus({
    now: () => clock.iso(),
    background: () => undefined,
    onError: () => undefined,
  });
  events.on(event => void emitted.push(event));
  let lastId = 1000;
  const sandbox: Sandbox = {
    baseUrl: 'http://localhost:7008',
    clock,
    state: createState(),
    git: createGitHost({ directory }),
    events,
    limits: createRateLimits({ clock }),
    faults: createFaults({ clock }),
    requests: createRequestLog(),
    nextId() {
      lastId += 1;
      return lastId;
    },
    skipIds({ to }) {
      lastId = Math.max(lastId, to);
    },
    closing: new AbortController(),
    background: () => undefined,
    settled: async () => undefined,
    changed: () => undefined,
  };
  return {
    sandbox,
    emitted,
    async remove() {
      clock.stop();
      await sandbox.git.close();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
