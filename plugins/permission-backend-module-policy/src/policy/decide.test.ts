import { createPermission } from '@backstage/plugin-permission-common';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  taskCreatePermission,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { createRoleSet } from '../roles/createRoleSet';
import type { Role, RoleGrant } from '../roles/Role';
import { decide } from './decide';

const operate = createPermission({
  name: 'access.manage',
  attributes: { action: 'update' },
});
const isOwner = (...claims: string[]) => ({
  rule: 'IS_ENTITY_OWNER',
  resourceType: 'catalog-entity',
  params: { claims },
});

const role = (name: string, rest: Partial<Role> = {}): Role => ({
  name,
  builtIn: false,
  allow: [],
  deny: [],
  ...rest,
});

const grant = (name: string, member: string): RoleGrant => ({
  role: name,
  member,
  source: { type: 'config', key: `${name} of ${member}` },
});

const set = createRoleSet({
  guests: ['user:default/guest'],
  roles: [
    role('own', {
      extends: 'developer',
      conditions: isOwner('$ownerRefs', 'group:default/public'),
    }),
    role('mine', { extends: 'viewer', conditions: isOwner('$currentUser') }),
    role('locations', { deny: ['catalog.location.*'] }),
    role('cluster', { allow: ['kubernetes.proxy', 'access.*'] }),
  ],
  grants: [
    grant('admin', 'group:default/platform'),
    grant('viewer', 'group:default/contractors'),
    grant('own', 'group:default/partners'),
    grant('mine', 'group:default/interns'),
    grant('locations', 'group:default/nomads'),
    grant('cluster', 'group:default/sre'),
  ],
});

const says = (
  groups: string[],
  permission: Parameters<typeof decide>[0]['permission'],
  options: { user?: string; assigned?: RoleGrant[] } = {},
) =>
  decide({
    set,
    permission,
    assigned: options.assigned ?? [],
    person: {
      userEntityRef: options.user ?? 'user:default/Jane',
      ownershipEntityRefs: groups.map(group => `group:default/${group}`),
    },
  });

describe('decide', () => {
  it('gives the default role to whoever has none that stands on its own', () => {
    expect(says([], taskCreatePermission)).toEqual({
      result: 'allow',
      verdicts: [
        {
          role: 'developer',
          member: 'user:default/jane',
          source: {
            type: 'default',
            key: 'permission.callboard.defaultRole',
          },
          says: 'allow',
          rule: 'everything but what is for administrators',
        },
      ],
    });
    expect(says(['contractors'], taskCreatePermission).result).toBe('deny');
    expect(
      says(['sre'], taskCreatePermission).verdicts.map(one => one.role),
    ).toEqual(['cluster', 'developer']);
  });

  it('counts the most permissive role', () => {
    const both = ['contractors', 'platform'];
    expect(says(both, operate).result).toBe('allow');
    expect(says(['sre'], operate)).toMatchObject({
      result: 'allow',
      verdicts: [
        { role: 'cluster', says: 'allow', rule: 'allow: access.*' },
        { role: 'developer', says: 'deny' },
      ],
    });
    expect(
      says(['partners', 'contractors'], catalogEntityReadPermission),
    ).toMatchObject({ result: 'allow' });
  });

  it('denies what a role denies expressly, to administrators too', () => {
    expect(
      says(['nomads', 'platform'], catalogLocationReadPermission),
    ).toMatchObject({
      result: 'deny',
      verdicts: [
        { role: 'admin', says: 'allow' },
        { role: 'locations', says: 'refuse', rule: 'deny: catalog.location.*' },
      ],
    });
  });

  it('puts the person into conditions, and joins those of several roles', () => {
    expect(says(['partners'], catalogEntityReadPermission)).toMatchObject({
      result: 'conditional',
      conditional: {
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: isOwner(
          'user:default/jane',
          'group:default/partners',
          'group:default/public',
        ),
      },
    });
    expect(
      says(['partners', 'interns'], catalogEntityReadPermission).conditional
        ?.conditions,
    ).toEqual({
      anyOf: [
        isOwner(
          'user:default/jane',
          'group:default/partners',
          'group:default/interns',
          'group:default/public',
        ),
        isOwner('user:default/jane'),
      ],
    });
  });

  it('limits every permission on an entity, and no other', () => {
    expect(says(['partners'], catalogEntityDeletePermission).result).toBe(
      'conditional',
    );
    expect(says(['partners'], taskCreatePermission).result).toBe('allow');
    expect(says(['interns'], catalogEntityDeletePermission).result).toBe(
      'deny',
    );
  });

  it.each([['contractors'], ['sre']])(
    'shows %s own runs of templates',
    group => {
      expect(says([group], taskReadPermission).conditional).toMatchObject({
        pluginId: 'scaffolder',
        conditions: { params: { createdBy: ['user:default/Jane'] } },
      });
    },
  );

  it.each([
    'group:default/rbac_admin',
    'group:default/admins',
    'group:default/admin',
    'group:other/platform',
    'user:default/platform',
    'role:default/admin',
    'admin',
    'admins',
  ])('makes nobody an administrator through %s', ref => {
    const { result, verdicts } = decide({
      set,
      assigned: [],
      permission: operate,
      person: {
        userEntityRef: 'user:default/jane',
        ownershipEntityRefs: ['user:default/jane', ref],
      },
    });
    expect(result).toBe('deny');
    expect(verdicts.map(one => one.role)).toEqual(['developer']);
  });

  it('keeps a guest a guest', () => {
    const assigned: RoleGrant[] = [grant('admin', 'user:default/guest')];
    const user = 'User:Default/Guest';
    expect(says(['platform'], operate, { user, assigned }).result).toBe('deny');
    expect(says(['sre'], taskCreatePermission, { user, assigned }).result).toBe(
      'deny',
    );
  });

  it('counts what was assigned, and forgets a role that is gone', () => {
    const assigned: RoleGrant[] = [
      {
        role: 'admin',
        member: 'user:default/jane',
        source: { type: 'assigned', by: 'user:default/o', at: '2026-01-01' },
      },
      grant('gone', 'user:default/jane'),
    ];
    expect(says([], operate, { assigned })).toMatchObject({
      result: 'allow',
      verdicts: [{ role: 'admin', source: { by: 'user:default/o' } }],
    });
    expect(says([], operate, { assigned: [assigned[1]] }).result).toBe('deny');
  });
});
