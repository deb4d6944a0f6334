import { matchesGlob } from './matchesGlob';

it.each([
  ['shop', true],
  ['SH*', true],
  ['s?op', true],
  ['*', true],
  ['acme/*', true],
  ['acme/shop', true],
  ['sho', false],
  ['s.op', false],
  ['other/*', false],
  ['(', false],
])('%s names acme/shop: %s', (glob, names) => {
  expect(matchesGlob({ glob, repository: 'acme/shop' })).toBe(names);
});
