import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readRoles } from './readRoles';

const read = (callboard: JsonObject) =>
  readRoles({ config: new ConfigReader({ permission: { callboard } }) });

describe('readRoles', () => {
  it('has people develop where nothing is written', () => {
    expect(read({})).toEqual({
      roles: [],
      grants: [],
      defaultRole: 'developer',
      problems: [],
    });
  });

  it('reads members of built-in roles and roles of one’s own', () => {
    expect(
      read({
        defaultRole: 'viewer',
        roles: {
          viewer: { members: ['Group:default/Contractors'] },
          auditor: {
            extends: 'viewer',
            members: ['user:default/anna'],
            allow: ['catalog.ingestion.read', 'kubernetes.*'],
            deny: ['scaffolder.*'],
            conditions: {
              anyOf: [
                { rule: 'IS_ENTITY_OWNER', params: { claims: ['$ownerRefs'] } },
                { not: { rule: 'HAS_SPEC', params: { key: 'secret' } } },
              ],
            },
          },
        },
      }),
    ).toEqual({
      problems: [],
      defaultRole: 'viewer',
      roles: [
        {
          name: 'auditor',
          builtIn: false,
          extends: 'viewer',
          allow: ['catalog.ingestion.read', 'kubernetes.*'],
          deny: ['scaffolder.*'],
          conditions: {
            anyOf: [
              {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: { claims: ['$ownerRefs'] },
              },
              {
                not: {
                  rule: 'HAS_SPEC',
                  resourceType: 'catalog-entity',
                  params: { key: 'secret' },
                },
              },
            ],
          },
        },
      ],
      grants: [
        {
          role: 'viewer',
          member: 'group:default/contractors',
          source: {
            type: 'config',
            key: 'permission.callboard.roles.viewer.members[0]',
          },
        },
        {
          role: 'auditor',
          member: 'user:default/anna',
          source: {
            type: 'config',
            key: 'permission.callboard.roles.auditor.members[0]',
          },
        },
      ],
    });
  });

  it('has owners in lower case, as the relations of entities have them', () => {
    const { roles, problems } = read({
      roles: {
        partner: {
          extends: 'viewer',
          conditions: {
            anyOf: [
              {
                rule: 'IS_ENTITY_OWNER',
                params: { claims: ['Group:default/Partners', '$currentUser'] },
              },
              { rule: 'HAS_LABEL', params: { label: 'Tier', value: 'One' } },
            ],
          },
        },
      },
    });
    expect(problems).toEqual([]);
    expect(roles[0].conditions).toMatchObject({
      anyOf: [
        { params: { claims: ['group:default/partners', '$currentUser'] } },
        { params: { label: 'Tier', value: 'One' } },
      ],
    });
  });

  it('says everything that is wrong at once, by its key', () => {
    const { problems } = read({
      defaultRole: 'admin',
      roles: {
        admin: { members: ['admins', 'user:default/guest'], deny: ['a'] },
        Bad_Name: {},
        guest: {},
        odd: {
          extends: 'admin',
          members: 'group:default/a',
          allow: ['', 'sp ace', 7],
          roles: [],
          conditions: {
            allOf: [
              { rule: 'IS_ADMIN' },
              { rule: 'constructor' },
              { rule: 'IS_ENTITY_KIND', params: { kinds: 'component' } },
              { rule: 'HAS_LABEL', params: { label: 'a', toString: 'b' } },
              { rule: 'HAS_LABEL', params: { label: 'a' }, anyOf: [] },
              { anyOf: [] },
            ],
          },
        },
        loose: {
          conditions: { rule: 'HAS_SPEC', params: { key: 'a' } },
        },
      },
    });
    expect(problems.map(({ key, problem }) => `${key} ${problem}`)).toEqual([
      'permission.callboard.roles.admin.deny cannot be changed: the role is built in',
      'permission.callboard.roles.admin.members[0] is "admins"',
      'permission.callboard.roles.admin.members has user:default/guest, which anyone can sign in as without a password',
      'permission.callboard.roles.Bad_Name cannot be called so',
      'permission.callboard.roles.guest cannot be called so',
      'permission.callboard.roles.odd.roles is unknown',
      'permission.callboard.roles.odd.members is not a list',
      'permission.callboard.roles.odd.allow[0] is ""',
      'permission.callboard.roles.odd.allow[1] is "sp ace"',
      'permission.callboard.roles.odd.allow[2] is 7',
      'permission.callboard.roles.odd.extends is "admin"',
      'permission.callboard.roles.odd.conditions.allOf[0].rule is "IS_ADMIN", which the catalog does not know',
      'permission.callboard.roles.odd.conditions.allOf[1].rule is "constructor", which the catalog does not know',
      'permission.callboard.roles.odd.conditions.allOf[2].params.kinds is missing or of the wrong form',
      'permission.callboard.roles.odd.conditions.allOf[3].params.toString is unknown',
      'permission.callboard.roles.odd.conditions.allOf[4] has anyOf beside others',
      'permission.callboard.roles.odd.conditions.allOf[5].anyOf is not a list of conditions',
      'permission.callboard.roles.loose.conditions would not limit anything',
      'permission.callboard.defaultRole is admin, so that everybody would administer the portal',
    ]);
    expect(problems.every(({ remedy }) => remedy.length > 10)).toBe(true);
  });
});
