export { connectionsPlugin as default } from './plugin';
export { checks } from './checks/checks';
export type * from './checks/Check';
export { openForReading } from './database/openForReading';
export { storedCatalog } from './database/storedCatalog';
export { storedMirror } from './database/storedMirror';
export { createInspector } from './inspection/createInspector';
export type * from './inspection/InspectionContext';
export type * from './inspection/Inspector';
export type * from './launcher/LauncherFindingsService';
export { launcherFindingsServiceRef } from './launcher/launcherFindingsServiceRef';
export type * from './needs/FeatureNeed';
export { featureNeeds } from './needs/featureNeeds';
export { createMemorySeenCredentials } from './seen/createMemorySeenCredentials';
export { createReadOnlySeenCredentials } from './seen/createReadOnlySeenCredentials';
export type * from './seen/ObservedSignIns';
export { observeSignIns } from './seen/observeSignIns';
export type * from './seen/SeenCredentials';
export { answerServe } from './serve/answerServe';
export { inspectSystems } from './systems/inspectSystems';
export { beginCreation } from './apps/beginCreation';
export { checkCreationRequest } from './apps/checkCreationRequest';
export { completeCreation } from './apps/completeCreation';
export type {
  CreationStates,
  PendingCreation,
} from './apps/states/CreationStates';
export { organisationsOf } from './facts/organisations/organisationsOf';
