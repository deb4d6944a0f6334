import { isoSeconds } from '../../core/isoSeconds';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import { isPullRequest } from '../../pulls/PullRequest';
import { openGit } from '../../repositories/openGit';
import { accountOfEmail } from '../../repositories/identity/accountOfEmail';
import { actionsBot } from '../app/actionsApp';

/**
 * What happened to a repository up to a time that workflows would have run for: pushes of the newest commits of the default branch, pull
 * requests that are open, and the pushes of their branches. Oldest first.
 */
export async function pastEvents(options: {
  sandbox: Sandbox;
  repository: Repository;
  /** How many pushes of the default branch. */
  commits: number;
  until: Date;
}): Promise<SandboxEvent[]> {
  const { sandbox, repository, commits: limit, until } = options;
  const git = await openGit(options);
  const ref = `refs/heads/${repository.defaultBranch}`;
  const isThere = await git.readRef({ ref });
  const commits = isThere ? await git.history({ from: ref, until, limit }) : [];
  const push = {
    name: 'push' as const,
    repository,
    forced: false,
  };
  const pushes = commits.map(
    ({ sha, parents, author, committer }): SandboxEvent => ({
      ...push,
      ref,
      before: parents[0],
      after: sha,
      sender:
        accountOfEmail({ sandbox, email: author.email }) ?? anybody(options),
      at: isoSeconds(committer.date),
    }),
  );
  const pulls = sandbox.state.issues
    .by('repository', repository.id)
    .filter(isPullRequest)
    .filter(
      ({ state, createdAt }) =>
        state === 'open' && createdAt <= isoSeconds(until),
    )
    .flatMap((issue): SandboxEvent[] => {
      const sender =
        sandbox.state.users.get(issue.authorId) ?? anybody(options);
      const at = issue.createdAt;
      return [
        {
          ...push,
          ref: `refs/heads/${issue.pull.head.ref}`,
          before: undefined,
          after: issue.pull.head.sha,
          sender,
          at,
        },
        {
          name: 'pull_request',
          action: 'opened',
          repository,
          issue,
          sender,
          at,
        },
      ];
    });
  return [...pushes, ...pulls].sort((a, b) => a.at.localeCompare(b.at));
}

/** An author without an account. */
function anybody(options: { sandbox: Sandbox; repository: Repository }): User {
  const { sandbox, repository } = options;
  const owner = accountById({ sandbox, id: repository.ownerId });
  if (owner?.kind === 'user') return owner;
  const member = owner?.members.find(({ role }) => role === 'admin');
  return (
    (member && sandbox.state.users.get(member.userId)) ?? actionsBot(sandbox)
  );
}
