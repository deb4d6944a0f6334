/**
 * Callboard's permission policy for the stock permission backend.
 *
 * @packageDocumentation
 */
export { callboardPolicyFeature as default } from './feature';
export { permissionModuleCallboardPolicy } from './module';
export { CallboardPolicy } from './policy/CallboardPolicy';
export { readRoles } from './roles/readRoles';
export type { Role, RoleGrant } from './roles/Role';
export type { RoleProblem } from './roles/RoleProblem';
