export { oidcProvider as default } from './oidcProvider';
export { oidcSignInResolvers } from './oidcSignInResolvers';
