import { normalizeRef } from '../principals/normalizeRef';
import { readConditions } from './readConditions';
import { readList } from './readList';
import type { BaseRole, Role, RoleGrant } from './Role';
import type { RoleProblem } from './RoleProblem';

const REF = /^(user|group):[^:/\s]+\/[^:/\s]+$/i;
const PATTERN = /^(\*|[a-z0-9][a-z0-9._-]*\*?)$/i;
const NAME = /^[a-z][a-z0-9-]{0,62}$/;
const FIELDS = ['extends', 'members', 'allow', 'deny', 'conditions'];
const BASES: BaseRole[] = ['viewer', 'developer', 'admin'];

/** One entry below `permission.callboard.roles`: the role, unless it is a built-in one, who has it, and what is wrong. */
export function readRole(options: {
  name: string;
  value: unknown;
  guests: ReadonlySet<string>;
}): { role?: Role; grants: RoleGrant[]; problems: RoleProblem[] } {
  const { name, guests } = options;
  const key = `permission.callboard.roles.${name}`;
  const value = (options.value ?? {}) as Record<string, unknown>;
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      grants: [],
      problems: [
        { key, problem: 'is not a role', remedy: 'write members below it' },
      ],
    };
  }
  const isBuiltIn = BASES.includes(name as BaseRole);
  const problems: RoleProblem[] = [];
  if (!isBuiltIn && (!NAME.test(name) || name === 'guest')) {
    problems.push({
      key,
      problem: 'cannot be called so',
      remedy: 'use lower-case letters, digits and dashes, and not guest',
    });
  }
  for (const field of Object.keys(value)) {
    if (!FIELDS.includes(field) || (isBuiltIn && field !== 'members')) {
      problems.push({
        key: `${key}.${field}`,
        problem: FIELDS.includes(field)
          ? 'cannot be changed: the role is built in'
          : 'is unknown',
        remedy: isBuiltIn
          ? `make a role of another name that extends ${name}`
          : `a role has ${FIELDS.join(', ')}`,
      });
    }
  }
  const members = readList({
    value: value.members,
    key: `${key}.members`,
    form: REF,
    remedy:
      'write full references of users and groups, such as user:default/jane or group:default/contractors',
  });
  problems.push(
    ...members.problems,
    ...members.entries
      .filter(member => guests.has(normalizeRef(member)))
      .map(member => ({
        key: `${key}.members`,
        problem: `has ${member}, which anyone can sign in as without a password`,
        remedy: 'name users and groups of a real sign-in provider',
      })),
  );
  const grants = members.entries.map(
    (member, index): RoleGrant => ({
      role: name,
      member: normalizeRef(member),
      source: { type: 'config', key: `${key}.members[${index}]` },
    }),
  );
  if (isBuiltIn) return { grants, problems };

  const list = (field: 'allow' | 'deny') => {
    const read = readList({
      value: value[field],
      key: `${key}.${field}`,
      form: PATTERN,
      remedy: 'write names of permissions, or prefixes such as scaffolder.*',
    });
    problems.push(...read.problems);
    return read.entries;
  };
  const role: Role = {
    name,
    builtIn: false,
    allow: list('allow'),
    deny: list('deny'),
  };
  if (value.extends !== undefined) {
    if (value.extends === 'viewer' || value.extends === 'developer') {
      role.extends = value.extends;
    } else {
      problems.push({
        key: `${key}.extends`,
        problem: `is ${JSON.stringify(value.extends)}`,
        remedy: 'write viewer or developer, or leave it out',
      });
    }
  }
  if (value.conditions !== undefined) {
    const read = readConditions({
      value: value.conditions,
      key: `${key}.conditions`,
    });
    role.conditions = read.conditions;
    problems.push(...read.problems);
    if (!value.extends) {
      // It would have the default role beside it, which shows everything.
      problems.push({
        key: `${key}.conditions`,
        problem: 'would not limit anything',
        remedy: 'add extends: viewer or extends: developer',
      });
    }
  }
  return { role, grants, problems };
}
