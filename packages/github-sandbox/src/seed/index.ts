export type * from './Seed';
export type * from './SeedConversation';
export type * from './SeedFiles';
export type * from './SeedProblem';
export type * from './SeedRepository';
export { type AppliedSeed, applySeed } from './apply/applySeed';
export { checkSeed } from './check/checkSeed';
export { filesOf } from './filesOf';
export { type ReadSeed, readSeed } from './read/readSeed';
