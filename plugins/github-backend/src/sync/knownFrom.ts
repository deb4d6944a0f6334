import type { FileRead, RepositoryRead } from '../github/RepositoryRead';
import { splitFileKey } from '../github/splitFileKey';
import type { KnownFile, KnownRepository } from '../store/MirrorView';
import type { StoredRepository } from '../store/StoredRepository';

/** Files of a repository that match a pattern; undefined for `files`: they are those that are known. */
export interface Matched {
  ref: string;
  pattern: string;
  /** At which they were matched. */
  version: string;
  files: { path: string; oid: string; text: string }[];
}

/**
 * What is known after an answer of GitHub. A version of a file keeps the commit and the time at which it was first seen; what an answer
 * does not tell about a file leaves what is known of it.
 */
export function knownFrom(options: {
  host: string;
  read: RepositoryRead;
  stored?: StoredRepository;
  /** Those that were matched anew. */
  matched: Matched[];
  /** Whether a file belongs to a pattern that was not matched anew. */
  keeps: (file: KnownFile) => boolean;
  /** ISO 8601; when GitHub was asked. */
  seenAt: string;
  /** ISO 8601; of GitHub's latest change to its files. Undefined: nobody knows, and so there is no lag. */
  changedAt?: string;
}): { repository: KnownRepository; changed: KnownFile[] } {
  const { host, read, stored, matched, keeps, seenAt, changedAt } = options;
  const { files: filesRead, ...facts } = read;
  const before = new Map(
    stored?.repository.files.map(file => [keyOf(file), file]),
  );
  const files = new Map<string, KnownFile>();
  const changed: KnownFile[] = [];

  function take(ref: string, path: string, file: FileRead) {
    const earlier = before.get(keyOf({ ref, path }));
    if (file.state === 'unread') {
      const kept = earlier ?? { ref, path, state: 'unread' as const, seenAt };
      files.set(keyOf(kept), kept);
      return;
    }
    const text = file.state === 'present' ? file.text : undefined;
    const oid = file.state === 'present' ? file.oid : undefined;
    if (earlier?.state === file.state && earlier.oid === oid) {
      files.set(keyOf(earlier), { ...earlier, text });
      return;
    }
    const lagMs =
      changedAt && Math.max(0, Date.parse(seenAt) - Date.parse(changedAt));
    const next: KnownFile = {
      ref,
      path,
      state: file.state,
      ...(file.state === 'present' && { oid, text }),
      ...(ref === 'HEAD' && read.head && { commit: read.head.oid }),
      seenAt,
      ...(typeof lagMs === 'number' && { lagMs }),
    };
    files.set(keyOf(next), next);
    changed.push(next);
  }

  for (const [key, file] of Object.entries(filesRead)) {
    const { ref, path } = splitFileKey(key);
    take(ref, path, file);
  }
  for (const { ref, files: found } of matched) {
    for (const { path, oid, text } of found) {
      if (!files.has(keyOf({ ref, path }))) {
        take(ref, path, { state: 'present', oid, text });
      }
    }
  }
  for (const [key, file] of before) {
    if (!files.has(key)) {
      if (keeps(file)) {
        files.set(key, file);
      } else if (file.state === 'present') {
        changed.push({ ...file, state: 'absent' });
      }
    }
  }
  return {
    repository: {
      ...facts,
      host,
      seenAt,
      files: [...files.values()],
      entityRefs: stored?.repository.entityRefs ?? [],
    },
    changed,
  };
}

function keyOf({ ref, path }: { ref: string; path: string }) {
  return `${ref}:${path}`;
}
