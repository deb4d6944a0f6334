export { oidcProvider as default } from './oidcProvider';
export { discoverAgain } from './discoverAgain';
export { oidcSignInResolvers } from './oidcSignInResolvers';
