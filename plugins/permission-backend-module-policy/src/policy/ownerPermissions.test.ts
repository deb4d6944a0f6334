import { createPermission } from '@backstage/plugin-permission-common';
import { createRoleSet } from '../roles/createRoleSet';
import type { Role } from '../roles/Role';
import { decide } from './decide';

const run = createPermission({
  name: 'github.workflows.run',
  attributes: { action: 'update' },
  resourceType: 'catalog-entity',
});
const alerts = createPermission({
  name: 'github.alerts.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});
const owns = (...claims: string[]) => ({
  rule: 'IS_ENTITY_OWNER',
  resourceType: 'catalog-entity',
  params: { claims },
});
const services = {
  rule: 'IS_ENTITY_KIND',
  resourceType: 'catalog-entity',
  params: { kinds: ['Component'] },
};
const role = (name: string, rest: Partial<Role>): Role => ({
  ...{ name, builtIn: false, allow: [], deny: [] },
  ...rest,
});
const set = createRoleSet({
  guests: ['user:default/guest'],
  roles: [
    role('narrow', { extends: 'developer', conditions: services }),
    role('builder', { allow: ['github.workflows.run'] }),
  ],
  grants: ['admin', 'viewer', 'narrow', 'builder'].map(name => ({
    role: name,
    member: `group:default/${name}`,
    source: { type: 'config', key: name },
  })),
});
const says = (permission: typeof run, groups: string[], user = 'jane') =>
  decide({
    set,
    permission,
    assigned: [],
    person: {
      userEntityRef: `user:default/${user}`,
      ownershipEntityRefs: groups.map(group => `group:default/${group}`),
    },
  });

it.each([run, alerts])('of developers $name is for the owners', permission => {
  expect(says(permission, ['web'])).toMatchObject({
    result: 'conditional',
    conditional: { conditions: owns('user:default/jane', 'group:default/web') },
  });
  expect(says(permission, ['admin'])).toMatchObject({ result: 'allow' });
  expect(says(permission, ['viewer'])).toMatchObject({ result: 'deny' });
  expect(says(permission, [], 'guest')).toMatchObject({ result: 'deny' });
});

it('is narrowed by the conditions of a role, and widened by its list', () => {
  expect(says(run, ['narrow'])).toMatchObject({
    result: 'conditional',
    conditional: {
      conditions: {
        allOf: [owns('user:default/jane', 'group:default/narrow'), services],
      },
    },
  });
  expect(says(run, ['builder'])).toMatchObject({ result: 'allow' });
});
