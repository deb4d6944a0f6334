import type { WikiDocsOutcome } from '@callboard/plugin-github-common';
import { endOfPull } from '../../proposals/endOfPull';
import { refusalOf } from '../../proposals/refusalOf';
import type { WikiAddress } from '../readWikiUrl';
import type { WikiDocsState } from './wikiDocsState';

/** What there is nothing left to do for. */
export function endOf(options: {
  state: WikiDocsState;
  wiki: WikiAddress;
}): WikiDocsOutcome | undefined {
  const { state, wiki } = options;
  const repository = `${wiki.owner}/${wiki.name}`;
  const refusal = refusalOf({ state, repository });
  if (refusal) return { status: 'skipped', reason: refusal.reason };
  const { hasDocs, pull } = state as Extract<WikiDocsState, { state: 'found' }>;
  const ended = endOfPull(pull);
  if (ended?.status === 'pull-request' || !hasDocs) return ended;
  return {
    ...{ status: 'skipped', reason: 'it has docs/ already' },
    ...(pull && { url: pull.url }),
  };
}
