import type { ProposalState } from './ProposalState';

/** What the pull request of our branch comes to: an open one is the result, and one that people have closed is not opened again. */
export function endOfPull(
  pull: ProposalState['pull'],
):
  | { status: 'pull-request'; url: string }
  | { status: 'skipped'; reason: string; url: string }
  | undefined {
  switch (pull?.state) {
    case 'OPEN':
      return { status: 'pull-request', url: pull.url };
    case 'CLOSED':
      return {
        status: 'skipped',
        reason: 'somebody has closed the pull request without merging it',
        url: pull.url,
      };
    default:
      return undefined;
  }
}
