import type { BaseRole, Role } from './Role';

const NAMES: BaseRole[] = ['admin', 'developer', 'viewer'];

/** The roles that are always there, the most permissive first. */
export const builtInRoles: Role[] = NAMES.map(name => ({
  name,
  builtIn: true,
  extends: name,
  allow: [],
  deny: [],
}));
