import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { actionsBot } from '../app/actionsApp';
import { inTurn } from '../runs/inTurn';
import { startRuns } from '../runs/startRuns';

/** Starts the workflows of a repository that have this cron line. */
export function startScheduled(options: {
  sandbox: Sandbox;
  repository: Repository;
  cron: string;
}): void {
  const { sandbox, repository, cron } = options;
  sandbox.background(
    inTurn({
      sandbox,
      repository,
      async work() {
        const { defaultBranch } = repository;
        const git = await openGit(options);
        const ref = `refs/heads/${defaultBranch}`;
        const tip = await git.resolve({ expression: ref, type: 'commit' });
        if (!tip) return;
        await startRuns({
          sandbox,
          repository,
          trigger: {
            event: {
              name: 'schedule',
              ref,
              sha: tip.sha,
              cron,
              payload: { schedule: cron },
            },
            headBranch: defaultBranch,
            headSha: tip.sha,
            headRepositoryId: repository.id,
            actor: actorOf(options),
          },
        });
      },
    }),
  );
}

/** GitHub names whoever changed the cron line last. Here it is the owner, or an owner of the organisation. */
function actorOf(options: { sandbox: Sandbox; repository: Repository }): User {
  const { sandbox, repository } = options;
  const owner = accountById({ sandbox, id: repository.ownerId });
  if (owner?.kind === 'user') return owner;
  const admin = owner?.members.find(({ role }) => role === 'admin');
  return (
    (admin && sandbox.state.users.get(admin.userId)) ?? actionsBot(sandbox)
  );
}
