import { when } from './when';

const now = new Date('2026-11-26T12:00:00Z');

it.each([
  ['2026-11-26T11:59:30Z', 'just now'],
  ['2026-11-26T11:59:00Z', '1 minute ago'],
  ['2026-11-26T09:00:00Z', '3 hours ago'],
  ['2026-11-24T12:00:00Z', '2 days ago'],
  ['2020-11-26T12:00:00Z', '6 years ago'],
  ['2027-01-01T00:00:00Z', 'just now'],
])('%s is %s', async (at, text) => {
  const markup = String(await when({ at, now }));
  expect(markup).toContain(`>${text}</time`);
  expect(markup).toContain(`title="${new Date(at).toISOString()}"`);
});
