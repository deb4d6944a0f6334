import { buildLook } from './buildLook';

describe('buildLook', () => {
  it.each([
    ['completed', 'success', 'pass', 'Succeeded'],
    ['completed', 'timed_out', 'fail', 'Timed out'],
    ['completed', 'cancelled', 'off', 'Cancelled'],
    ['in_progress', null, 'running', 'Running'],
    ['queued', null, 'waiting', 'Queued'],
    ['waiting', null, 'warn', 'Waits for an approval'],
    ['completed', 'a_new_one', 'off', 'a new one'],
    ['constructor', null, 'off', 'constructor'],
  ])('shows %s and %s as %s', (status, conclusion, shown, word) => {
    expect(buildLook({ status, conclusion })).toEqual({ status: shown, word });
  });
});
