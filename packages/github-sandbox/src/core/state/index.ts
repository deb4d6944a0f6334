export * from './accounts';
export * from './actions';
export * from './conversations';
export * from './credentials';
export * from './hooks';
export * from './repositories';
export * from './verdicts';
export type { State } from './State';
export { createState } from './createState';
