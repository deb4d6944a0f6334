import type { RepositoryHint } from '../sync/RepositoryHint';

/**
 * One question from two about the same repository. The earliest time counts for the lag, the latest commit and name for the rest; a single
 * sender that says it has gone is enough, since GitHub is asked anyway.
 */
export function mergeHints(
  earlier: RepositoryHint,
  later: RepositoryHint,
): RepositoryHint {
  const happenedAt = [earlier.happenedAt, later.happenedAt]
    .filter(at => at !== undefined)
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const waits = later.commit ? later : earlier;
  return {
    host: later.host,
    owner: later.owner,
    name: later.name,
    repositoryId: later.repositoryId ?? earlier.repositoryId,
    reason: later.reason,
    ...((earlier.saysGone || later.saysGone) && { saysGone: true }),
    ...(happenedAt && { happenedAt }),
    ...(waits.commit && { commit: waits.commit, until: waits.until }),
  };
}
