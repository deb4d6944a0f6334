import { callFixture } from '../../dev/traceFixture';
import { callOutcome } from './callOutcome';

describe('callOutcome', () => {
  it.each([
    [{ status: 200 }, 'pass', '200'],
    [{ status: 304, cached: true }, 'pass', 'Unchanged'],
    [{ status: 401 }, 'fail', '401'],
    [{ status: 403, remaining: 0 }, 'fail', '403 limit'],
    [{ status: 403, remaining: 10 }, 'fail', '403'],
    [{ status: 429 }, 'fail', '429 limit'],
    [{ status: 404 }, 'warn', '404'],
    [{ status: 422 }, 'warn', '422'],
    [{ status: 502 }, 'fail', '502'],
    [{ status: undefined }, 'off', 'Under way'],
    [{ status: undefined, error: 'ECONNREFUSED' }, 'fail', 'No answer'],
    [
      { status: undefined, error: 'Did not send GET /a: paused' },
      'warn',
      'Not sent',
    ],
    [
      { status: undefined, error: 'cancelled while it waited for the budget' },
      'off',
      'Cancelled',
    ],
  ])('of %j is %s, %s', (change, status, short) => {
    expect(callOutcome(callFixture(1, change))).toMatchObject({
      status,
      short,
      sentence: expect.stringMatching(/\S/),
    });
  });
});
