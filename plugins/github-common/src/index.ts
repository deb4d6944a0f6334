export type * from './MirrorStatus';
export type * from './ImportPlan';
export type * from './WikiDocs';
export { APPLICABLE_STATES, applicable, isApplied } from './applicable';
export { judgeFreshness, type FreshnessTrouble } from './judgeFreshness';
export { lengthOfTime } from './lengthOfTime';
export * from './annotations';
export * from './activity';
export {
  routePermissions,
  type RoutePermission,
} from './permissions/routePermissions';
