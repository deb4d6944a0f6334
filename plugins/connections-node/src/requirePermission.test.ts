import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import { requirePermission } from './requirePermission';

const asked = { to: 'read', what: 'connections' } as const;

function open(options: { allowed: string[]; authorization?: string }) {
  const { allowed, authorization = mockCredentials.user.header() } = options;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: allowed.includes(permission.name)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
  });
  return {
    permissions,
    httpAuth: mockServices.httpAuth(),
    request: { headers: { authorization } } as Request,
  };
}

describe('requirePermission', () => {
  it.each([
    [['connections.read'], false],
    [['connections.read', 'connections.manage'], true],
  ])('lets a reader with %j through', async (allowed, mayManage) => {
    await expect(
      requirePermission({ ...asked, ...open({ allowed }) }),
    ).resolves.toEqual({ by: 'user:default/mock', mayManage });
  });

  it('says which service it is that calls', async () => {
    const caller = open({
      allowed: ['connections.manage'],
      authorization: mockCredentials.service.header(),
    });
    await expect(
      requirePermission({ ...asked, to: 'manage', ...caller }),
    ).resolves.toEqual({
      by: 'service:external:test-service',
      mayManage: true,
    });
  });

  it.each([
    [
      'read',
      ['connections.manage'],
      'Only operators see connections: the permission connections.read is missing.',
    ],
    [
      'manage',
      ['connections.read'],
      'Only operators change connections: the permission connections.manage is missing.',
    ],
  ] as const)('refuses to %s with %j', async (to, allowed, message) => {
    await expect(
      requirePermission({ ...asked, to, ...open({ allowed: [...allowed] }) }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(message),
    });
  });

  it('refuses nobody', async () => {
    const caller = open({
      allowed: ['connections.read'],
      authorization: mockCredentials.none.header(),
    });
    await expect(
      requirePermission({ ...asked, ...caller }),
    ).rejects.toMatchObject({ name: 'AuthenticationError' });
  });
});
