import type { Commit, GitRepository } from '../../git';
import {
  signatureOf,
  webCommitter,
} from '../../repositories/identity/signatureOf';
import type { PullChange } from '../PullChange';
import { mergeMessage } from './mergeMessage';

/** Writes the commits of a merge by one of GitHub's three methods; no branch moves. `sha` is the new tip. */
export async function writeMerge(
  options: PullChange & {
    git: GitRepository;
    /** The tip of the base branch. */
    base: string;
    method: 'merge' | 'squash' | 'rebase';
    commitTitle?: string;
    commitMessage?: string;
  },
): Promise<{ outcome: 'written'; sha: string } | { outcome: 'conflict' }> {
  const { sandbox, issue, actor, git, base, method } = options;
  const { head } = issue.pull;
  const date = sandbox.clock.now();
  const merger = signatureOf({ user: actor, date });

  if (method === 'rebase') {
    const from = await git.mergeBase({ a: base, b: head.sha });
    if (!from) return { outcome: 'conflict' };
    const rebased = await git.rebase({
      onto: base,
      from,
      head: head.sha,
      committer: merger,
    });
    return rebased.outcome === 'rebased'
      ? { outcome: 'written', sha: rebased.sha }
      : { outcome: 'conflict' };
  }

  const comparison = await git.compare({ base, head: head.sha });
  const commits = comparison?.commits ?? [];
  const usual = mergeMessage({ ...options, method, commits });
  const title = options.commitTitle || usual.title;
  const text = options.commitMessage ?? usual.message;
  const committer = webCommitter({ date });

  if (method === 'squash') {
    const author = sandbox.state.users.get(issue.authorId) ?? actor;
    const squashed = await git.squash({
      base,
      head: head.sha,
      message: join(title, text, coAuthors(commits, author.email)),
      author: signatureOf({ user: author, date }),
      committer,
    });
    return squashed.outcome === 'squashed'
      ? { outcome: 'written', sha: squashed.sha }
      : { outcome: 'conflict' };
  }
  const merged = await git.merge({ base, head: head.sha });
  if (merged.outcome !== 'merged') return { outcome: 'conflict' };
  const sha = await git.writeCommit({
    tree: merged.tree,
    parents: [base, head.sha],
    author: merger,
    committer,
    message: join(title, text),
  });
  return { outcome: 'written', sha };
}

function join(...parts: string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}

/** Those who wrote commits of a squashed pull request and did not open it. */
function coAuthors(commits: Commit[], author: string | null): string {
  const others = commits.map(commit => commit.author);
  const lines = others
    .filter(({ email }) => email.toLowerCase() !== author?.toLowerCase())
    .map(({ name, email }) => `Co-authored-by: ${name} <${email}>`);
  return [...new Set(lines)].join('\n');
}
