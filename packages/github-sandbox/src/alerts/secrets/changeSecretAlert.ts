import type { Sandbox } from '../../core/Sandbox';
import type { Repository, SecretAlert, User } from '../../core/state';

/** https://docs.github.com/rest/secret-scanning/secret-scanning#update-a-secret-scanning-alert */
export const RESOLUTIONS = [
  'false_positive',
  'wont_fix',
  'revoked',
  'used_in_tests',
];

interface SecretAlertChange {
  sandbox: Sandbox;
  repository: Repository;
  alert: SecretAlert;
  actor: User;
}

/** Resolves an alert, or resolves it in another way. `conflict`: it is resolved in this way already. */
export function resolveSecretAlert(
  options: SecretAlertChange & { resolution: string; comment: string | null },
): 'resolved' | 'conflict' {
  const { sandbox, repository, alert, actor, resolution, comment } = options;
  if (alert.state === 'resolved' && alert.resolution === resolution) {
    return 'conflict';
  }
  const now = sandbox.clock.iso();
  Object.assign(alert, {
    state: 'resolved',
    resolvedAt: now,
    resolvedById: actor.id,
    resolution,
    resolutionComment: comment,
    updatedAt: now,
  });
  sandbox.events.emit({
    name: 'secret_scanning_alert',
    action: 'resolved',
    repository,
    alert,
    sender: actor,
  });
  return 'resolved';
}

/** Opens a resolved alert again. `conflict`: it is open. */
export function reopenSecretAlert(
  options: SecretAlertChange,
): 'reopened' | 'conflict' {
  const { sandbox, repository, alert, actor } = options;
  if (alert.state === 'open') return 'conflict';
  Object.assign(alert, {
    state: 'open',
    resolvedAt: null,
    resolvedById: null,
    resolution: null,
    resolutionComment: null,
    updatedAt: sandbox.clock.iso(),
  });
  sandbox.events.emit({
    name: 'secret_scanning_alert',
    action: 'reopened',
    repository,
    alert,
    sender: actor,
  });
  return 'reopened';
}
