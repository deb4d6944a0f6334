import { errorsBelow, errorsElsewhere } from './errorsBelow';
import { isTooMuch } from './isTooMuch';
import { judgeFailure } from './judgeFailure';

it.each([
  [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'x' }, true],
  [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'x' }, true],
  [{ message: 'Something went wrong while executing your query.' }, true],
  [{ message: "We couldn't respond to your request in time." }, true],
  [{ type: 'FORBIDDEN', message: 'Resource limits' }, false],
  [
    {
      type: 'NOT_FOUND',
      message:
        "Could not resolve to a Repository with the name 'acme/timeout'.",
    },
    false,
  ],
  [{ message: "Field 'x' doesn't exist on type 'Repository'" }, false],
])('tells whether less would help: %p', (error, expected) => {
  expect(isTooMuch(error)).toBe(expected);
});

const failure = (
  status: number,
  response?: { headers?: Record<string, string>; data?: unknown },
  message = 'Failed',
) => Object.assign(new Error(message), { status, response });

it.each([
  ['the gateway gave up', failure(502, { headers: {} }), 'too-much'],
  ['GitHub gave up', failure(504, { headers: {} }), 'too-much'],
  [
    'no answer in time',
    failure(500, undefined, 'POST x was not answered within 12000 ms'),
    'too-much',
  ],
  ['no connection', failure(500, undefined, 'fetch failed'), 'unreachable'],
  ['maintenance', failure(503, { headers: {} }), 'unreachable'],
  [
    'the secondary limit',
    failure(403, { headers: { 'retry-after': '60' } }),
    'limited',
  ],
  [
    'the primary limit, in words',
    failure(403, undefined, 'API rate limit exceeded'),
    'limited',
  ],
  ['no permission', failure(403, { headers: {} }), 'final'],
  ['a wrong token', failure(401, { headers: {} }), 'final'],
  [
    'a refusal of the budget',
    Object.assign(failure(429, undefined, 'Did not send'), {
      cause: { code: 'GITHUB_BUDGET', until: '2026-01-01', message: 'Wait' },
    }),
    'final',
  ],
  ['a mistake of ours', new TypeError('x'), 'final'],
])('judges %s', (_name, error, expected) => {
  expect(judgeFailure(error)).toBe(expected);
});

it('finds errors by their place', () => {
  const errors = [
    { message: 'a', path: ['r1', 'f0'] },
    { message: 'b', path: ['r10'] },
    { message: 'c' },
  ];
  expect(errorsBelow(errors, ['r1'])).toEqual([{ message: 'a', path: ['f0'] }]);
  expect(errorsElsewhere(errors, [['r1'], ['r2']])).toEqual([
    errors[1],
    errors[2],
  ]);
});
