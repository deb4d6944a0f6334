import type { KnownKeys } from './tellUnknownKeys';

/** When a task runs. */
export const SCHEDULE_KEYS: KnownKeys = {
  frequency: true,
  timeout: true,
  initialDelay: true,
  scope: true,
};

/** The options of an entry below `catalog.providers.github`; stock's, and none more. */
export const REPOSITORY_KEYS: KnownKeys = {
  host: true,
  organization: true,
  app: true,
  catalogPath: true,
  filters: {
    repository: true,
    branch: true,
    allowForks: true,
    topic: { include: true, exclude: true },
    visibility: true,
    allowArchived: true,
  },
  validateLocationsExist: true,
  schedule: SCHEDULE_KEYS,
  pageSizes: { repositories: true },
};

/** Those of the short block that an entry has not. */
export const SHORT_KEYS = ['baseUrl', 'token', 'org'];
