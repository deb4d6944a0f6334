export { openSandbox, type OpenedSandbox } from './openSandbox';
export { startSandbox, type RunningSandbox } from './startSandbox';
export type { Sandbox } from './core/Sandbox';
export type { PortalCredentials } from './portal/PortalCredentials';
export type { SeedProblem } from './seed';
