import type { ProposalState } from './ProposalState';

/** Why a repository takes no pull request of ours at all; `reason` is for people. */
export interface Refusal {
  code: 'gone' | 'renamed' | 'archived' | 'empty';
  reason: string;
}

/** What keeps every pull request of ours out of a repository. */
export function refusalOf(options: {
  state:
    | { state: 'not-found' }
    | ({ state: 'found' } & Pick<
        ProposalState,
        'nameWithOwner' | 'isArchived' | 'head'
      >);
  /** As we know it, `acme/shop`. */
  repository: string;
}): Refusal | undefined {
  const { state, repository } = options;
  if (state.state === 'not-found') {
    return {
      code: 'gone',
      reason: 'it is gone, or the portal may not see it any more',
    };
  }
  const { nameWithOwner, isArchived, head } = state;
  if (nameWithOwner.toLowerCase() !== repository.toLowerCase()) {
    return { code: 'renamed', reason: `it is called ${nameWithOwner} now` };
  }
  if (isArchived) return { code: 'archived', reason: 'it is archived' };
  if (!head) return { code: 'empty', reason: 'it has no commit yet' };
  return undefined;
}
