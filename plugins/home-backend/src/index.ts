export { homeBackendPlugin as default } from './plugin';
