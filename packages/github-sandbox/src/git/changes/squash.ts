import { Core } from '../Core';
import { encodeCommit } from '../objects/commit';
import { Signature, SquashOutcome } from '../types';
import { merge } from './merge';

/** Merges `head` into `base` as one commit with the one parent `base`. */
export async function squash(options: {
  core: Core;
  base: string;
  head: string;
  message: string;
  author: Signature;
  committer: Signature;
}): Promise<SquashOutcome> {
  const { core, base, message, author, committer } = options;
  const merged = await merge(options);
  if (merged.outcome !== 'merged') {
    return merged;
  }
  const sha = await core.objects.write({
    type: 'commit',
    data: encodeCommit({
      tree: merged.tree,
      parents: [base],
      author,
      committer,
      message,
    }),
  });
  return { outcome: 'squashed', sha };
}
