import type { LogEvent } from '@backstage/plugin-scaffolder-common';
import { TASK } from '../__testUtils__/createBackend';
import { applyEvents } from './applyEvents';
import { startState } from './startState';

let nextId = 1;
const event = (
  type: LogEvent['type'],
  body: object,
  createdAt = '2026-11-27T10:00:00.000Z',
) => ({ id: nextId++, taskId: 'task-1', type, createdAt, body } as LogEvent);
const log = (stepId: string, status?: string, message = '') =>
  event('log', { stepId, status, message });
const apply = (events: LogEvent[], state = startState(TASK)) =>
  applyEvents({ state, events });
const statuses = (state: ReturnType<typeof apply>) =>
  state.steps.map(({ status }) => status);

describe('applyEvents', () => {
  it('keeps what is done when a run is taken up again, and nothing of its failure', () => {
    const failed = apply([
      log('fetch', 'completed'),
      log('publish', 'failed', 'Error: no\n    at x (/srv/y.js:1:2)'),
      log('register', 'skipped'),
      event('completion', { error: { message: 'no\n    at x' } }),
    ]);
    expect(failed).toMatchObject({ status: 'failed', error: 'no' });
    expect(failed.steps[1].lines.map(({ text }) => text)).toEqual([
      'Error: no',
    ]);

    const resumed = apply(
      [event('recovered', {}, '2026-11-27T10:05:00.000Z')],
      failed,
    );
    expect(statuses(resumed)).toEqual(['done', 'waiting', 'waiting']);
    expect(resumed).toMatchObject({
      status: 'processing',
      error: undefined,
      resumedAt: '2026-11-27T10:05:00.000Z',
    });
    expect(statuses(failed)).toEqual(['done', 'failed', 'skipped']);
  });

  it('ends what runs when the run is cancelled, and stays cancelled at its completion', () => {
    const state = apply([
      log('fetch', 'processing'),
      event('cancelled', {}),
      event('completion', { error: { message: 'aborted' } }),
    ]);
    expect(state.status).toBe('cancelled');
    expect(statuses(state)).toEqual(['cancelled', 'waiting', 'waiting']);
  });

  it('applies no event twice, and lets the oldest lines of a long log go', () => {
    const one = log('fetch', 'processing', 'first');
    const many = Array.from({ length: 30 }, () =>
      log('fetch', undefined, 'line\n'.repeat(1_000).trim()),
    );
    const state = apply([one, one, ...many], apply([one]));
    expect(state.steps[0].lines).toHaveLength(20_000);
    expect(state.steps[0].droppedLines).toBe(10_001);
  });

  it('is not put off by events of no step, or of none that is known', () => {
    const state = apply([
      event('log', { message: 'Starting' }),
      log('elsewhere', 'completed'),
      { ...event('log', {}), body: undefined as never },
    ]);
    expect(statuses(state)).toEqual(['waiting', 'waiting', 'waiting']);
  });
});
