import type { Sandbox } from '../../core/Sandbox';
import type { DependabotAlert, Repository, User } from '../../core/state';
import { dismissal, reopening } from './dismissal';

/** https://docs.github.com/rest/dependabot/alerts#update-a-dependabot-alert */
export const DISMISSAL_REASONS = [
  'fix_started',
  'inaccurate',
  'no_bandwidth',
  'not_used',
  'tolerable_risk',
];

interface AlertChange {
  sandbox: Sandbox;
  repository: Repository;
  alert: DependabotAlert;
  actor: User;
}

/** Dismisses an open alert. `conflict`: it is not open. */
export function dismissAlert(
  options: AlertChange & { reason: string; comment: string | null },
): 'dismissed' | 'conflict' {
  const { sandbox, repository, alert, actor, reason, comment } = options;
  if (alert.state !== 'open') return 'conflict';
  const at = sandbox.clock.iso();
  Object.assign(alert, dismissal({ at, actor, reason, comment }));
  sandbox.events.emit({
    name: 'dependabot_alert',
    action: 'dismissed',
    repository,
    alert,
    sender: actor,
  });
  return 'dismissed';
}

/** Opens a dismissed alert again. `conflict`: it is not dismissed. */
export function reopenAlert(options: AlertChange): 'reopened' | 'conflict' {
  const { sandbox, repository, alert, actor } = options;
  if (alert.state !== 'dismissed' && alert.state !== 'auto_dismissed') {
    return 'conflict';
  }
  Object.assign(alert, reopening({ at: sandbox.clock.iso() }));
  sandbox.events.emit({
    name: 'dependabot_alert',
    action: 'reopened',
    repository,
    alert,
    sender: actor,
  });
  return 'reopened';
}
