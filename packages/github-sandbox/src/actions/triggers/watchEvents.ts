import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { BOT_LOGIN } from '../app/actionsApp';
import { forgetRepository } from '../execution/forgetRepository';
import { inTurn } from '../runs/inTurn';
import { startRuns } from '../runs/startRuns';
import { isEnabled } from '../settings/isEnabled';
import { listFiles } from '../workflows/listFiles';
import { chainLength } from './chainLength';
import { triggersOf } from './triggersOf';

/** https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run */
const LONGEST_CHAIN = 3;

/** Events that no workflow starts for. */
const IGNORED = new Set<SandboxEvent['name']>([
  'workflow_job',
  // Its route starts the run, because the answer depends on the file.
  'workflow_dispatch',
]);

/** Lets workflows start for what happens. */
export function watchEvents(options: { sandbox: Sandbox }): void {
  const { sandbox } = options;
  sandbox.events.on(event => {
    if (IGNORED.has(event.name) || !('repository' in event)) return undefined;
    const { repository } = event;
    if (event.name === 'repository' && event.action === 'deleted') {
      forgetRepository({ sandbox, repositoryId: event.repository.id });
      return undefined;
    }
    if (!repository || !mayStart({ sandbox, event, repository })) {
      return undefined;
    }
    return inTurn({
      sandbox,
      repository,
      async work() {
        // The repository may be gone by now.
        if (!sandbox.git.has({ id: String(repository.id) })) return;
        if (isDefaultPush(event)) await listFiles({ sandbox, repository });
        for (const trigger of await triggersOf({ sandbox, event })) {
          await startRuns({ sandbox, repository, trigger });
        }
      },
    });
  });
}

function mayStart(options: {
  sandbox: Sandbox;
  event: SandboxEvent;
  repository: Repository;
}): boolean {
  const { sandbox, event } = options;
  if (!isEnabled(options)) return false;
  if (event.name === 'workflow_run') {
    return chainLength({ sandbox, run: event.run }) < LONGEST_CHAIN;
  }
  if (event.name === 'repository_dispatch') return true;
  // What a workflow does with its token starts no other workflow.
  return event.sender.login !== BOT_LOGIN;
}

function isDefaultPush(event: SandboxEvent): boolean {
  return (
    event.name === 'push' &&
    event.ref === `refs/heads/${event.repository.defaultBranch}`
  );
}
