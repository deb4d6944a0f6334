export { ldapProvider as default } from './ldapProvider';
