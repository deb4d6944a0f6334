import { mockCredentials } from '@backstage/backend-test-utils';
import type { KeyScopes } from '@callboard/plugin-access-common';
import type { ApiKeyDirectory } from './ApiKeyDirectory';
import { restrictKey } from './restrictKey';

const keys = (scopes: KeyScopes) =>
  ({ find: async () => ({ scopes }) } as unknown as ApiKeyDirectory);

const credentials = mockCredentials.service('external:api-key:0123456789ab');

it('limits a key to its scopes, as stock keeps them', async () => {
  const scopes = {
    ...{ plugins: ['catalog', 'search'], readOnly: true },
    permissions: ['catalog.entity.read'],
  };
  const restricted = await restrictKey({
    ...{ credentials, pluginId: 'catalog', keys: keys(scopes) },
  });
  const expected = {
    permissionNames: ['catalog.entity.read'],
    permissionAttributes: { action: ['read'] },
  };
  expect(restricted.principal).toMatchObject({
    type: 'service',
    subject: 'external:api-key:0123456789ab',
    accessRestrictions: expected,
  });
  expect(
    (restricted as unknown as { allAccessRestrictions: Map<string, object> })
      .allAccessRestrictions,
  ).toEqual(
    new Map([
      ['catalog', expected],
      ['search', expected],
    ]),
  );
  expect(Object.keys(restricted)).not.toContain('allAccessRestrictions');
});

it('refuses a plugin that is not in its scopes', async () => {
  const scopes = { plugins: ['catalog'], readOnly: false };
  await expect(
    restrictKey({ credentials, pluginId: 'proxy', keys: keys(scopes) }),
  ).rejects.toThrow('This key opens catalog, and not proxy');
});

it('leaves people, plugins and other services as they are', async () => {
  const refusing = {
    find: async () => {
      throw new Error('It was asked for.');
    },
  } as unknown as ApiKeyDirectory;
  for (const other of [
    mockCredentials.user(),
    mockCredentials.none(),
    mockCredentials.service('plugin:catalog'),
    mockCredentials.service('external:ap-key'),
  ]) {
    const options = { credentials: other, pluginId: 'catalog', keys: refusing };
    expect(await restrictKey(options)).toBe(other);
  }
});
