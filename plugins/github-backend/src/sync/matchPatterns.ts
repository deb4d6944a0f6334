import type { RepositoryRead } from '../github/RepositoryRead';
import type { StoredRepository } from '../store/StoredRepository';
import type { Matched } from './knownFrom';
import type { MirrorContext } from './MirrorContext';
import type { Wishes } from './wishesOf';

/**
 * Files that match patterns, of a repository that has changed since they were matched last. `complete` is false where GitHub cut the list
 * off: then nothing is matched, and it is tried again with the next change.
 */
export async function matchPatterns(options: {
  context: Pick<MirrorContext, 'repositories' | 'logger'>;
  host: string;
  read: RepositoryRead;
  stored?: StoredRepository;
  patterns: Wishes['patterns'];
  signal?: AbortSignal;
}): Promise<Matched[]> {
  const { context, host, read, stored, patterns, signal } = options;
  const matched: Matched[] = [];
  if (!read.head) {
    return matched;
  }
  const refs = new Set(patterns.map(({ ref }) => ref));
  for (const ref of refs) {
    // GitHub tells the head of the default branch; of another one only that something was pushed.
    const version = ref === 'HEAD' ? read.head.oid : read.pushedAt ?? '';
    const due = patterns.filter(
      each =>
        each.ref === ref &&
        stored?.matched[`${ref}:${each.pattern}`] !== version,
    );
    if (due.length === 0) {
      continue;
    }
    for (const { pattern } of due) {
      const answer = await context.repositories.matching({
        host,
        owner: read.owner,
        name: read.name,
        oid: ref === 'HEAD' ? read.head.oid : ref,
        patterns: [pattern],
        signal,
      });
      if (answer.complete) {
        matched.push({ ref, pattern, version, files: answer.files });
      } else {
        context.logger.warn(
          `GitHub did not list all files of ${read.owner}/${read.name} at ${host}, so what matches ${pattern} is left as it is known`,
        );
      }
    }
  }
  return matched;
}
