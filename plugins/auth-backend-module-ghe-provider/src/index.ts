export { gheProvider as default } from './gheProvider';
