import { tokenExpiry } from './tokenExpiry';
import { tokenKind } from './tokenKind';
import { tokenScopes } from './tokenScopes';

const now = new Date('2026-11-26T12:00:00Z');

it.each([
  ['2026-12-06 12:00:00 UTC', '2026-12-06T12:00:00.000Z', 10],
  ['2026-12-06 13:30:00 +0200', '2026-12-06T11:30:00.000Z', 9],
  ['2026-11-25 12:00:00 UTC', '2026-11-25T12:00:00.000Z', -1],
])('reads when a token ends: %s', (header, expiresAt, expiresInDays) => {
  expect(tokenExpiry({ header, now })).toEqual({ expiresAt, expiresInDays });
});

it.each([undefined, '', 'never', '2026-99-99 12:00:00 UTC'])(
  'says nothing about %s',
  header => {
    expect(tokenExpiry({ header, now })).toEqual({});
  },
);

it.each([
  ['ghp_abc', 'classic'],
  ['0123456789abcdef0123456789abcdef01234567', 'classic'],
  ['github_pat_11A', 'fine-grained'],
  ['gho_abc', 'oauth'],
  ['ghs_abc', 'server'],
  ['ghu_abc', 'oauth'],
  ['abc', 'unknown'],
])('knows the kind of %s', (token, kind) => {
  expect(tokenKind(token)).toBe(kind);
});

it.each([
  ['ghp_abc', 'repo, read:org', ['repo', 'read:org']],
  ['gho_abc', '', []],
  ['ghp_abc', undefined, undefined],
  ['ghu_abc', '', undefined],
  ['github_pat_11A', '', undefined],
])('reads the scopes of %s from %j', (token, header, scopes) => {
  expect(tokenScopes({ token, header })).toEqual(scopes);
});
