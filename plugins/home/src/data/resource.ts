import type { ErrorLike } from '@backstage/errors';

/** Something that a page asked for: under way, there (perhaps from before, when it could not be renewed), or refused. */
export type Resource<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T; outdated?: { retry: () => void } }
  | { state: 'failed'; error: ErrorLike; retry: () => void };
