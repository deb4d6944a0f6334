import type { Sandbox } from '../../core/Sandbox';
import type { Repository, SecretAlert, User } from '../../core/state';
import { nextAlertNumber } from '../nextAlertNumber';

/** What was found, without the secret. */
export type SecretAlertSubject = Pick<
  SecretAlert,
  'secretType' | 'displayName'
> &
  Partial<Pick<SecretAlert, 'provider' | 'validity' | 'publiclyLeaked'>>;

/** Raises an alert, as GitHub does when a secret was pushed. Secret scanning is on from then on. */
export function createSecretAlert(options: {
  sandbox: Sandbox;
  repository: Repository;
  subject: SecretAlertSubject;
  sender: User;
}): SecretAlert {
  const { sandbox, repository, subject, sender } = options;
  const { secretAlerts } = sandbox.state;
  const now = sandbox.clock.iso();
  repository.secretScanning = true;
  const alert = secretAlerts.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    number: nextAlertNumber(secretAlerts.by('repository', repository.id)),
    state: 'open',
    provider: null,
    validity: 'unknown',
    publiclyLeaked: false,
    ...subject,
    createdAt: now,
    updatedAt: now,
    resolvedAt: null,
    resolvedById: null,
    resolution: null,
    resolutionComment: null,
  });
  sandbox.events.emit({
    name: 'secret_scanning_alert',
    action: 'created',
    repository,
    alert,
    sender,
  });
  return alert;
}
