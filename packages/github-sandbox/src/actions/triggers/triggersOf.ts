import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import { branchTriggers } from './branchTriggers';
import { pullTriggers } from './pullTriggers';
import { pushTrigger } from './pushTrigger';
import type { Trigger } from './Trigger';

/** How an event looks to workflows. Empty where no workflow can start for it. Reads the repository. */
export async function triggersOf(options: {
  sandbox: Sandbox;
  event: SandboxEvent;
}): Promise<Trigger[]> {
  const { sandbox, event } = options;
  switch (event.name) {
    case 'push':
      return pushTrigger({ sandbox, event });
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return pullTriggers({ sandbox, event });
    default:
      return branchTriggers({ sandbox, event });
  }
}
