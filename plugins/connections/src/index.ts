export { connectionsPlugin as default } from './plugin';
export { connectionsApiRef, type ConnectionsApi } from './api/ConnectionsApi';
export { mirrorApiRef, type MirrorApi } from './api/MirrorApi';
