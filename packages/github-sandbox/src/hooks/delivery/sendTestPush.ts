import { randomUUID } from 'node:crypto';
import type { Sandbox } from '../../core/Sandbox';
import type { Hook, Repository, User } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { buildPayload } from '../payloads/buildPayload';
import { hookRecipient } from '../recipients/Recipient';
import { send } from './send';

/**
 * Tells one hook of the newest commit of the default branch as if it had just been pushed, if it subscribes to pushes.
 * https://docs.github.com/rest/repos/webhooks#test-the-push-repository-webhook
 */
export async function sendTestPush(options: {
  sandbox: Sandbox;
  repository: Repository;
  hook: Hook;
  actor: User;
}): Promise<void> {
  const { sandbox, repository, hook, actor } = options;
  const git = await openGit({ sandbox, repository });
  const ref = `refs/heads/${repository.defaultBranch}`;
  const head = await git.readRef({ ref });
  const commit = head && (await git.readCommit({ sha: head.sha }));
  const subscribes = hook.events.includes('push') || hook.events.includes('*');
  if (!commit || !subscribes) return;

  const payload = await buildPayload({
    sandbox,
    event: {
      name: 'push',
      at: sandbox.clock.iso(),
      sender: actor,
      repository,
      ref,
      before: commit.parents[0],
      after: commit.sha,
      forced: false,
    },
  });
  send({
    sandbox,
    recipient: hookRecipient({ hook }),
    event: 'push',
    payload,
    guid: randomUUID(),
    repositoryId: repository.id,
  });
}
