import { Minimatch } from 'minimatch';
import type { RepositoryRead } from '../github/RepositoryRead';
import type { KnownFile } from '../store/MirrorView';
import type { StoredRepository } from '../store/StoredRepository';
import type { Matched } from './knownFrom';
import type { MirrorContext } from './MirrorContext';

const WINDOW_MS = 60 * 60 * 1000;

/**
 * What becomes of descriptors that GitHub has no longer. `guard`: they go at once, as long as those of an hour are not more than the guard lets
 * go. `defer`: they stay, and the caller is told of them. `drop`: they go.
 */
export type DescriptorMode = 'guard' | 'defer' | 'drop';

/** Whether a repository loses a descriptor, and not because nobody asks for it any more. */
export function losesDescriptor(options: {
  read: RepositoryRead;
  stored?: StoredRepository;
  changed: KnownFile[];
  matchedNow: Matched[];
}): boolean {
  const { read, stored, changed, matchedNow } = options;
  const had = new Set(
    stored?.repository.files
      .filter(({ state }) => state !== 'absent')
      .map(({ ref, path }) => `${ref}:${path}`),
  );
  return changed.some(
    ({ ref, path, state }) =>
      state === 'absent' &&
      had.has(`${ref}:${path}`) &&
      (`${ref}:${path}` in read.files ||
        matchedNow.some(
          each => each.ref === ref && new Minimatch(each.pattern).match(path),
        )),
  );
}

/** An answer without what it says of absent files: they stay as they are known. */
export function withoutLosses(read: RepositoryRead): RepositoryRead {
  const files: RepositoryRead['files'] = {};
  for (const [key, file] of Object.entries(read.files)) {
    files[key] =
      file.state === 'absent'
        ? { state: 'unread', reason: 'that it is absent is not believed yet' }
        : file;
  }
  return { ...read, files };
}

/** Which of the repositories that lose a descriptor keep it for now; with a doubt only a full run can say. */
export async function guardDescriptors(options: {
  context: Pick<MirrorContext, 'store' | 'settings'>;
  host: string;
  owner: string;
  mode: DescriptorMode;
  /** Those that lose one. */
  ids: string[];
}): Promise<{ kept: Set<string>; doubt?: string }> {
  const { context, host, owner, mode, ids } = options;
  const { store, settings } = context;
  if (ids.length === 0 || mode === 'drop') {
    return { kept: new Set() };
  }
  if (mode === 'defer') {
    return { kept: new Set(ids) };
  }
  const plan = await store.plans.of({ host, organisation: owner });
  const held = new Set(
    plan?.removals
      .filter(({ kind }) => kind === 'undescribed')
      .map(({ id }) => id),
  );
  const fresh = ids.filter(id => !held.has(id));
  if (fresh.length === 0) {
    return { kept: new Set(ids) };
  }
  const lost = await store.organisations.countRemovals({
    host,
    organisation: owner,
    count: fresh.length,
    windowMs: WINDOW_MS,
  });
  const described = await store.repositories.described({ host, owner });
  const before = described + lost - fresh.length;
  if (lost > settings.guard.count && lost > settings.guard.share * before) {
    return {
      kept: new Set(ids),
      doubt: `${lost} of ${before} repositories would lose their descriptors within an hour`,
    };
  }
  return { kept: new Set(ids.filter(id => held.has(id))) };
}
