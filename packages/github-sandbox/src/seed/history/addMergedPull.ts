import type { SeedCommit, Signature } from '../../git';
import type { SeedHistoryEntry } from '../SeedRepository';
import { markerOf } from './markerOf';
import type { HistoryDraft, HistoryOptions } from './buildHistory';

/** How long before the merge the branch got its commit. */
const HEAD_AGE_DAYS = 0.1;

/** GitHub commits in its own name what it merges. */
const GITHUB = { name: 'GitHub', email: 'noreply@github.com' };

/**
 * The commits of a merged pull request: its own, and what it became on the default branch, as GitHub's three methods make it.
 * https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/incorporating-changes-from-a-pull-request/about-pull-request-merges
 */
export function addMergedPull(
  options: HistoryOptions & {
    draft: HistoryDraft;
    entry: SeedHistoryEntry;
    index: number;
    commit: SeedCommit;
    before: string | undefined;
  },
): SeedCommit[] {
  const { draft, entry, index, commit, before, numbers, owner } = options;
  const pull = entry.pullRequest!;
  const number = numbers.merged[index]!;
  const head: SeedCommit = {
    ...commit,
    id: `pull-${number}`,
    branch: markerOf({ number, what: 'head' }),
    author: draft.signatureOf({
      login: entry.author,
      daysAgo: entry.daysAgo + HEAD_AGE_DAYS,
    }),
  };
  draft.pulls.push({ number, head: head.id, base: before, merge: commit.id });
  const github: Signature = { ...GITHUB, date: commit.author.date };
  const merger = draft.signatureOf({
    login: pull.mergedBy,
    daysAgo: entry.daysAgo,
  });
  const [subject, ...rest] = entry.message.trimEnd().split('\n');
  switch (pull.method ?? 'squash') {
    case 'merge':
      return [
        head,
        {
          ...commit,
          parents: [...(before ? [before] : []), head.id],
          message: `Merge pull request #${number} from ${owner}/${
            pull.branch
          }\n\n${pull.title ?? subject}`,
          author: merger,
          committer: github,
        },
      ];
    case 'rebase':
      return [head, { ...commit, committer: merger }];
    default:
      return [
        head,
        {
          ...commit,
          message: [`${subject} (#${number})`, ...rest].join('\n'),
          committer: github,
        },
      ];
  }
}
