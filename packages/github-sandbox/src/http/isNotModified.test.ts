import { isNotModified } from './isNotModified';

const TAG = 'W/"abc"';
const NOON = 'Thu, 01 Jan 2026 12:00:00 GMT';

it.each([
  ['the same tag', { 'if-none-match': TAG }, NOON, true],
  ['another tag', { 'if-none-match': 'W/"def"' }, NOON, false],
  ['the same time', { 'if-modified-since': NOON }, NOON, true],
  [
    'a later time',
    { 'if-modified-since': 'Thu, 01 Jan 2026 13:00:00 GMT' },
    NOON,
    true,
  ],
  [
    'an earlier time',
    { 'if-modified-since': 'Thu, 01 Jan 2026 11:00:00 GMT' },
    NOON,
    false,
  ],
  ['a time, where none is known', { 'if-modified-since': NOON }, null, false],
  ['no time at all', { 'if-modified-since': 'yesterday' }, NOON, false],
  [
    'another tag and the same time',
    { 'if-none-match': 'W/"def"', 'if-modified-since': NOON },
    NOON,
    false,
  ],
  ['nothing', {}, NOON, false],
])('with %s', (_, headers: Record<string, string>, lastModified, expected) => {
  expect(
    isNotModified({ headers: new Headers(headers), tag: TAG, lastModified }),
  ).toBe(expected);
});
