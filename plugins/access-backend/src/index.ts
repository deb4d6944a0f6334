export { accessPlugin as default } from './plugin';
export { guardClients } from './clients/guardClients';
export { authModuleSessions } from './sessions/authModuleSessions';
export { createUserInfoServiceFactory } from './sessions/createUserInfoServiceFactory';
export { neverCacheKeys } from './sessions/neverCacheKeys';
export { closeEndedStreams } from './sessions/closeEndedStreams';
