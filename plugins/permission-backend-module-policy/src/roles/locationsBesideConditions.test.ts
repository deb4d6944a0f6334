import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { locationsBesideConditions } from './locationsBesideConditions';
import { readRoles } from './readRoles';

const found = (role: JsonObject) => {
  const conditions = { rule: 'HAS_LABEL', params: { label: 'open' } };
  const { roles, problems } = readRoles({
    config: new ConfigReader({
      permission: {
        callboard: { roles: { partner: { conditions, ...role } } },
      },
    }),
  });
  expect(problems).toEqual([]);
  return locationsBesideConditions({ roles });
};

describe('locationsBesideConditions', () => {
  it('finds roles that may have any file read', () => {
    expect(found({ extends: 'developer' })).toEqual([
      {
        key: 'permission.callboard.roles.partner.conditions',
        problem: expect.stringContaining(
          'catalog.location.create and catalog.location.analyze',
        ),
        remedy: expect.stringContaining('catalog.location.*'),
      },
    ]);
    expect(
      found({ extends: 'developer', deny: ['catalog.location.create'] }),
    ).toHaveLength(1);
    expect(
      found({ extends: 'viewer', allow: ['catalog.location.analyze'] }),
    ).toHaveLength(1);
  });

  it('leaves alone who may not, or may read every entity anyway', () => {
    expect(
      found({ extends: 'developer', deny: ['catalog.location.*'] }),
    ).toEqual([]);
    expect(found({ extends: 'viewer' })).toEqual([]);
    expect(
      locationsBesideConditions({
        roles: [
          {
            name: 'a',
            builtIn: false,
            extends: 'developer',
            allow: [],
            deny: [],
          },
        ],
      }),
    ).toEqual([]);
  });
});
