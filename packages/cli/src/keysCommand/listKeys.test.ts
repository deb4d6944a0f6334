import { formatKeys } from './listKeys';

it('lists keys, and what the configuration lets in', () => {
  expect(
    formatKeys({
      width: 200,
      keys: [
        {
          ...{ id: '0123456789ab', name: 'ci', state: 'active' },
          owner: 'group:default/platform',
          scopes: {
            ...{ plugins: ['catalog', 'search'], readOnly: true },
            permissions: ['catalog.entity.read'],
          },
          expiresAt: '2027-02-24T10:00:00.000Z',
          lastUsedAt: '2026-11-26T10:00:00.000Z',
        },
        {
          ...{ id: 'ba9876543210', name: 'all', state: 'revoked' },
          scopes: { readOnly: false },
          expiresAt: '2027-02-24T10:00:00.000Z',
        },
      ],
      configured: [
        {
          path: 'backend.auth.keys[0]',
          subject: 'external:ap-key',
          type: 'secret',
        },
      ],
    }),
  ).toEqual([
    'ID            NAME  STATE    EXPIRES     LAST USED   OWNER                   OPENS',
    '0123456789ab  ci    active   2027-02-24  2026-11-26  group:default/platform  catalog, search; with catalog.entity.read; reads only',
    'ba9876543210  all   revoked  2027-02-24  never       -                       everything',
    '',
    'In the configuration:',
    '  backend.auth.keys[0]  secret  external:ap-key  everything',
  ]);
});

it('says how to make the first one', () => {
  expect(formatKeys({ keys: [], configured: [], width: 80 })).toEqual([
    'There is no key. callboard keys create makes one.',
  ]);
});
