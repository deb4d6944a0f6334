export type * from './MirrorStatus';
export type * from './ImportPlan';
export type * from './WikiDocs';
export { judgeFreshness, type FreshnessTrouble } from './judgeFreshness';
export { lengthOfTime } from './lengthOfTime';
export * from './annotations';
