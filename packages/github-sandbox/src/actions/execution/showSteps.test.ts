import type { Sandbox } from '../../core/Sandbox';
import type { WorkflowJob } from '../../core/state';
import { createClock } from '../../core/createClock';
import type { RunScope } from '../runs/RunScope';
import { setStepPause } from './pace';
import { showSteps } from './showSteps';

const clock = createClock({});
afterAll(() => clock.stop());

/** How long it takes to show that a step begins, in milliseconds. */
async function timeToShow(pauseMs?: number) {
  const sandbox = { clock, changed: () => undefined } as unknown as Sandbox;
  if (pauseMs !== undefined) setStepPause({ sandbox, ms: pauseMs });
  const job = { steps: [] } as unknown as WorkflowJob;
  const show = showSteps({ scope: { sandbox } as RunScope, job });
  const step = { number: 1, name: 'Build', log: '', plausibleSeconds: 1 };
  const begun = performance.now();
  const shown = show({ ...step, status: 'in_progress' });
  // It is seen before the time has passed.
  expect(job.steps).toEqual([
    expect.objectContaining({ name: 'Build', status: 'in_progress' }),
  ]);
  await shown;
  return performance.now() - begun;
}

it('lets a step be seen to run as long as it was told to', async () => {
  expect(await timeToShow(60)).toBeGreaterThan(50);
});

it('does not wait where nothing was said', async () => {
  expect(await timeToShow()).toBeLessThan(50);
});
