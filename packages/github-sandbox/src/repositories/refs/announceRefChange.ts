import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import type { RefChange } from '../../git';
import { openGit } from '../openGit';

const NAMED = /^refs\/(heads|tags)\/(.+)$/;

/**
 * Tells the rest of GitHub that a branch or tag has moved, whoever moved it: the time of the last push, the default branch of a repository
 * that was empty, and the events push, create and delete. Refs of other kinds are nobody's business.
 * Events: https://docs.github.com/webhooks/webhook-events-and-payloads#push
 */
export async function announceRefChange(options: {
  sandbox: Sandbox;
  repository: Repository;
  change: RefChange;
  sender: User;
}): Promise<void> {
  const { sandbox, repository, change, sender } = options;
  const named = NAMED.exec(change.ref);
  if (!named) return;
  const [, kind, ref] = named;

  if (kind === 'heads' && change.after && !change.before) {
    await adoptDefaultBranch({ sandbox, repository, branch: ref });
  }
  repository.pushedAt = sandbox.clock.iso();
  repository.updatedAt = repository.pushedAt;
  sandbox.changed();

  const refType = kind === 'heads' ? 'branch' : 'tag';
  const { before, after, forced } = change;
  if (!before) {
    sandbox.events.emit({ name: 'create', repository, refType, ref, sender });
  }
  if (!after) {
    sandbox.events.emit({ name: 'delete', repository, refType, ref, sender });
  }
  sandbox.events.emit({
    name: 'push',
    repository,
    ref: change.ref,
    before,
    after,
    forced,
    sender,
  });
}

/** The first branch that comes into a repository becomes its default branch, unless the one that it is set to is there. */
async function adoptDefaultBranch(options: {
  sandbox: Sandbox;
  repository: Repository;
  branch: string;
}) {
  const { repository, branch } = options;
  if (repository.defaultBranch === branch) return;
  const git = await openGit(options);
  const current = await git.readRef({
    ref: `refs/heads/${repository.defaultBranch}`,
  });
  if (current) return;
  repository.defaultBranch = branch;
  await git.setHead({ branch });
}
