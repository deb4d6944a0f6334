export * from './types/objects';
export * from './types/seed';
export * from './types/refs';
export * from './types/changes';
export * from './types/GitHost';
export * from './types/GitRepository';
