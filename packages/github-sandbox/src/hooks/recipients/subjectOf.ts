import type { Sandbox } from '../../core/Sandbox';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Account, Repository } from '../../core/state';
import { accountById } from '../../core/names/accountById';

/** The account that an event belongs to, and the repository where it is about one. */
export function subjectOf(options: { sandbox: Sandbox; event: SandboxEvent }): {
  account: Account | undefined;
  repository: Repository | undefined;
} {
  const { sandbox, event } = options;
  if (event.name === 'ping') {
    const { kind, id } = event.hook.target;
    const repository =
      kind === 'repository' ? sandbox.state.repositories.get(id) : undefined;
    return {
      repository,
      account: accountById({ sandbox, id: repository?.ownerId ?? id }),
    };
  }
  if ('installation' in event) {
    return {
      repository: undefined,
      account: accountById({ sandbox, id: event.installation.accountId }),
    };
  }
  const repository =
    'repository' in event && event.repository ? event.repository : undefined;
  if ('organisation' in event) {
    return { repository, account: event.organisation };
  }
  return {
    repository,
    account: repository && accountById({ sandbox, id: repository.ownerId }),
  };
}
