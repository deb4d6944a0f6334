import type { Sandbox } from '../../core/Sandbox';
import type { DependabotAlert, Repository, User } from '../../core/state';
import { nextAlertNumber } from '../nextAlertNumber';

/** What an alert is about. */
export type AlertSubject = Pick<
  DependabotAlert,
  | 'packageName'
  | 'ecosystem'
  | 'manifestPath'
  | 'severity'
  | 'ghsaId'
  | 'summary'
  | 'vulnerableRange'
> &
  Partial<
    Pick<
      DependabotAlert,
      'scope' | 'cveId' | 'description' | 'firstPatchedVersion' | 'cvss'
    >
  >;

/** Raises an alert, as Dependabot does when an advisory appears. */
export function createAlert(options: {
  sandbox: Sandbox;
  repository: Repository;
  subject: AlertSubject;
  sender: User;
}): DependabotAlert {
  const { sandbox, repository, subject, sender } = options;
  const { alerts } = sandbox.state;
  const now = sandbox.clock.iso();
  const alert = alerts.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    number: nextAlertNumber(alerts.by('repository', repository.id)),
    state: 'open',
    scope: 'runtime',
    cveId: null,
    description: subject.summary,
    firstPatchedVersion: null,
    cvss: { score: 0, vector: null },
    ...subject,
    createdAt: now,
    updatedAt: now,
    dismissedAt: null,
    dismissedById: null,
    dismissedReason: null,
    dismissedComment: null,
    fixedAt: null,
  });
  sandbox.events.emit({
    name: 'dependabot_alert',
    action: 'created',
    repository,
    alert,
    sender,
  });
  return alert;
}
