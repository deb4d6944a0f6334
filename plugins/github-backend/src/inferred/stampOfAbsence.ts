import type { KnownRepository } from '../store/MirrorView';
import type { Stamp } from './withStamp';

/** Since when a repository is known to have no descriptor; undefined where the mirror has not asked for one. */
export function stampOfAbsence({
  files,
}: Pick<KnownRepository, 'files'>): Stamp | undefined {
  const [latest] = files
    .filter(({ state, commit }) => state === 'absent' && commit)
    .sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1));
  if (!latest) return undefined;
  const { commit, seenAt, lagMs } = latest;
  return { commit, seenAt, ...(lagMs !== undefined && { lagMs }) };
}
