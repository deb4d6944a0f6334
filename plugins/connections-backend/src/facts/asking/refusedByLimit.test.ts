import type { Asked } from './Asked';
import { refusedByLimit } from './refusedByLimit';

const refused = (
  status: number,
  headers: Record<string, string>,
  message = 'Forbidden',
): Asked => ({
  outcome: 'refused',
  status,
  message,
  header: name => headers[name],
});
const USED_UP = {
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': '1795687200',
};
const PAUSE = { date: 'Thu, 26 Nov 2026 10:00:00 GMT', 'retry-after': '60' };

it.each<[string, Asked, { until?: string } | undefined]>([
  [
    'nothing left',
    refused(403, USED_UP),
    { until: '2026-11-26T10:00:00.000Z' },
  ],
  ['a pause', refused(403, PAUSE), { until: '2026-11-26T10:01:00.000Z' }],
  [
    'a pause without an end, of an hour at most',
    refused(403, { ...PAUSE, 'retry-after': '99999999999999' }),
    { until: '2026-11-26T11:00:00.000Z' },
  ],
  [
    'a pause in words alone',
    refused(403, { 'retry-after': 'soon' }),
    undefined,
  ],
  ['a pause without a date', refused(429, { 'retry-after': '60' }), {}],
  ['429 alone', refused(429, {}), {}],
  ['words alone', refused(403, {}, 'API rate limit exceeded'), {}],
  [
    'an end that is none',
    refused(403, { ...USED_UP, 'x-ratelimit-reset': '9999999999999' }),
    {},
  ],
  [
    'our own budget',
    { outcome: 'silent', reason: 'not asked', heldBack: { until: 'then' } },
    { until: 'then' },
  ],
  ['no right', refused(403, { 'x-ratelimit-remaining': '12' }), undefined],
  ['no key', refused(401, USED_UP), undefined],
  ['no network', { outcome: 'silent', reason: 'gone' }, undefined],
])('tells a limit from the rest: %s', (_, asked, limited) => {
  expect(refusedByLimit(asked)).toEqual(limited);
});
