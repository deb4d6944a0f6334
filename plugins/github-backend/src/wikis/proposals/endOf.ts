import type { WikiDocsOutcome } from '@callboard/plugin-github-common';
import type { WikiAddress } from '../readWikiUrl';
import type { WikiDocsState } from './wikiDocsState';

/** What there is nothing left to do for. */
export function endOf(options: {
  state: WikiDocsState;
  wiki: WikiAddress;
}): WikiDocsOutcome | undefined {
  const { state, wiki } = options;
  const skipped = (reason: string, url?: string): WikiDocsOutcome => ({
    ...{ status: 'skipped', reason },
    ...(url && { url }),
  });
  if (state.state === 'not-found') {
    return skipped('it is gone, or the portal may not see it any more');
  }
  const { nameWithOwner, pull } = state;
  if (
    nameWithOwner.toLowerCase() !== `${wiki.owner}/${wiki.name}`.toLowerCase()
  ) {
    return skipped(`it is called ${nameWithOwner} now`);
  }
  if (state.isArchived) return skipped('it is archived');
  if (!state.head) return skipped('it has no commit yet');
  if (pull?.state === 'OPEN') return { status: 'pull-request', url: pull.url };
  if (state.hasDocs) return skipped('it has docs/ already', pull?.url);
  if (pull?.state === 'CLOSED') {
    return skipped(
      'somebody has closed the pull request without merging it',
      pull.url,
    );
  }
  return undefined;
}
