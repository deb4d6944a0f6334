import { hashOf } from './hashOf';
import type { KnownRepository } from './MirrorView';

/** Of everything that GitHub says of a repository; times at which it was asked do not count. */
export function contentHashOf(repository: KnownRepository): string {
  const { seenAt, files, entityRefs, ...data } = repository;
  return hashOf({
    ...data,
    files: files
      .map(({ ref, path, state, oid }) => [ref, path, state, oid ?? ''])
      .sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1)),
  });
}
