import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import * as policy from '@callboard/plugin-permission-backend-module-policy';
import { checkAdmins } from './checkAdmins';

const check = async (callboard: JsonObject, more: JsonObject = {}) =>
  (
    await checkAdmins({
      config: new ConfigReader({ permission: { callboard, ...more } }),
      loadPolicy: async () => policy,
    })
  ).map(({ problem }) => problem);

it('says everything that is wrong with operators and roles at once', async () => {
  expect(
    await check({
      admins: ['user:default/jane', 'jane'],
      defaultRole: 'admin',
      roles: { viewer: { members: ['contractors'] } },
    }),
  ).toEqual([
    "'jane' does not name an operator",
    'permission.callboard.roles.viewer.members[0] is "contractors"',
    'permission.callboard.defaultRole is admin, so that everybody would administer the portal',
  ]);
});

it('leaves alone what is well, and what another policy reads', async () => {
  expect(
    await check({ roles: { viewer: { members: ['group:default/a'] } } }),
  ).toEqual([]);
  expect(await check({ defaultRole: 'admin' }, { rbac: {} })).toEqual([]);
});
