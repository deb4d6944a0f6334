import type { Sandbox } from '../../core/Sandbox';
import type { DependabotAlert, Repository, User } from '../../core/state';

/** Says that an alert's dependency has been updated, as Dependabot finds out. `conflict`: it is fixed already. */
export function fixAlert(options: {
  sandbox: Sandbox;
  repository: Repository;
  alert: DependabotAlert;
  sender: User;
}): 'fixed' | 'conflict' {
  const { sandbox, repository, alert, sender } = options;
  if (alert.state === 'fixed') return 'conflict';
  const now = sandbox.clock.iso();
  Object.assign(alert, { state: 'fixed', fixedAt: now, updatedAt: now });
  sandbox.events.emit({
    name: 'dependabot_alert',
    action: 'fixed',
    repository,
    alert,
    sender,
  });
  return 'fixed';
}
