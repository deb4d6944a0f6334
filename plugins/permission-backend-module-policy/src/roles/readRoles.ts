import type { Config } from '@backstage/config';
import { normalizeRef } from '../principals/normalizeRef';
import { readGuests } from '../principals/readGuests';
import { readRole } from './readRole';
import type { Role, RoleGrant } from './Role';
import type { RoleProblem } from './RoleProblem';

const KEY = 'permission.callboard';

/** The roles of `permission.callboard` beside its administrators, and everything that is wrong with them. Throws nothing. */
export function readRoles(options: { config: Config }): {
  roles: Role[];
  grants: RoleGrant[];
  defaultRole: string;
  problems: RoleProblem[];
} {
  const { config } = options;
  const guests = new Set(readGuests({ config }).map(normalizeRef));
  const entries = config.getOptional(`${KEY}.roles`) ?? {};
  const isMap = typeof entries === 'object' && !Array.isArray(entries);
  const problems: RoleProblem[] = isMap
    ? []
    : [
        {
          key: `${KEY}.roles`,
          problem: 'is not a map',
          remedy: 'write the name of each role, and below it its members',
        },
      ];
  const read = Object.entries(isMap ? entries ?? {} : {}).map(([name, value]) =>
    readRole({ name, value, guests }),
  );
  const roles = read.flatMap(({ role }) => role ?? []);

  const given = config.getOptional(`${KEY}.defaultRole`) ?? 'developer';
  const possible = ['developer', 'viewer', ...roles.map(({ name }) => name)];
  const isPossible = typeof given === 'string' && possible.includes(given);
  return {
    roles,
    grants: read.flatMap(({ grants }) => grants),
    defaultRole: isPossible ? given : 'developer',
    problems: [
      ...problems,
      ...read.flatMap(one => one.problems),
      ...(isPossible
        ? []
        : [
            {
              key: `${KEY}.defaultRole`,
              problem:
                given === 'admin'
                  ? 'is admin, so that everybody would administer the portal'
                  : `is ${JSON.stringify(given)}, which is no role`,
              remedy: `write one of ${possible.join(', ')}`,
            },
          ]),
    ],
  };
}
