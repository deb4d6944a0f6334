export type * from './hosts/GithubHost';
export { aliasesOf } from './hosts/aliasesOf';
export { readGithubHosts } from './hosts/readGithubHosts';
export type * from './hosts/GithubConfigProblem';
export { readShortBlock, type ShortBlock } from './hosts/readShortBlock';
export type * from './credentials/CredentialChain';
export type * from './credentials/GithubCredentials';
export type * from './credentials/app/AppFailure';
export {
  explainRefusal,
  type RefusingAnswer,
} from './credentials/app/explainRefusal';
export { fingerprintOf } from './credentials/fingerprintOf';
export type * from './stored/StoredCredential';
export type * from './stored/StoredCredentials';
export { openStoredCredentials } from './stored/openStoredCredentials';
export type * from './scope/CallScope';
export { runInScope, currentScope } from './scope/runInScope';
export type * from './trace/TraceEntry';
export type * from './trace/RequestTrace';
export type * from './budget/RequestBudget';
export { knownResources } from './budget/knownResource';
export { limitRefusal, type LimitRefusal } from './budget/limitRefusal';
export { readLimitHeaders, type LimitHeaders } from './budget/readLimitHeaders';
export { isBudgetRefusal } from './outgoing/budgetRefusal';
export type * from './client/ClientOptions';
export type * from './service/GithubService';
export { createRootGithubService } from './service/createRootGithubService';
export {
  rootGithubServiceFactory,
  rootGithubServiceRef,
} from './service/rootGithubServiceRef';
export { githubServiceRef } from './service/githubServiceRef';
export { githubUrlReaderFactory } from './urlReader/githubUrlReaderFactory';
export { githubIntegrations } from './urlReader/githubIntegrations';
export { readerWithin, type RunReading } from './urlReader/readerWithin';
export { attributeRequests } from './attribution/attributeRequests';
export { attributedScheduler } from './attribution/attributedScheduler';
export { attributedSchedulerFactory } from './attribution/attributedSchedulerFactory';
export { attributedEvents } from './attribution/attributedEvents';
export { createPersonVerifier } from './attribution/createPersonVerifier';
export { observeGithub } from './trace/observeGithub';
export { appPages } from './permissions/appPages';
export { explainLack } from './permissions/explainLack';
export {
  includesLevel,
  type PermissionLevel,
} from './permissions/includesLevel';
export { permissionName } from './permissions/permissionName';
export type * from './permissions/PermissionLack';
export { maskText } from './trace/maskText';
