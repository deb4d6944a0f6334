import type { Sandbox } from '../../core/Sandbox';
import type { CodeAlert, Repository, User } from '../../core/state';
import { dismissal, reopening } from '../change/dismissal';

/** https://docs.github.com/rest/code-scanning/code-scanning#update-a-code-scanning-alert */
export const CODE_DISMISSAL_REASONS = [
  'false positive',
  "won't fix",
  'used in tests',
  'mitigated',
];

interface CodeAlertChange {
  sandbox: Sandbox;
  repository: Repository;
  alert: CodeAlert;
  actor: User;
}

/** Dismisses an open alert. `conflict`: it is not open. */
export function dismissCodeAlert(
  options: CodeAlertChange & { reason: string; comment: string | null },
): 'dismissed' | 'conflict' {
  const { sandbox, repository, alert, actor, reason, comment } = options;
  if (alert.state !== 'open') return 'conflict';
  const at = sandbox.clock.iso();
  Object.assign(alert, dismissal({ at, actor, reason, comment }));
  sandbox.events.emit({
    name: 'code_scanning_alert',
    action: 'closed_by_user',
    repository,
    alert,
    sender: actor,
  });
  return 'dismissed';
}

/** Opens a dismissed alert again. `conflict`: it is not dismissed. */
export function reopenCodeAlert(
  options: CodeAlertChange,
): 'reopened' | 'conflict' {
  const { sandbox, repository, alert, actor } = options;
  if (alert.state !== 'dismissed') return 'conflict';
  Object.assign(alert, reopening({ at: sandbox.clock.iso() }));
  sandbox.events.emit({
    name: 'code_scanning_alert',
    action: 'reopened_by_user',
    repository,
    alert,
    sender: actor,
  });
  return 'reopened';
}

/** Says that the newest analysis does not find it any more. `conflict`: it is fixed already. */
export function fixCodeAlert(options: CodeAlertChange): 'fixed' | 'conflict' {
  const { sandbox, repository, alert, actor } = options;
  if (alert.state === 'fixed') return 'conflict';
  const now = sandbox.clock.iso();
  Object.assign(alert, { state: 'fixed', fixedAt: now, updatedAt: now });
  sandbox.events.emit({
    name: 'code_scanning_alert',
    action: 'fixed',
    repository,
    alert,
    sender: actor,
  });
  return 'fixed';
}
