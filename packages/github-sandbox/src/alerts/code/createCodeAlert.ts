import type { Sandbox } from '../../core/Sandbox';
import type { CodeAlert, Repository, User } from '../../core/state';
import { nextAlertNumber } from '../nextAlertNumber';

/** What an alert is about. */
export type CodeAlertSubject = Pick<
  CodeAlert,
  'ruleId' | 'severity' | 'summary' | 'path' | 'line'
> &
  Partial<
    Pick<
      CodeAlert,
      'securitySeverity' | 'tags' | 'tool' | 'toolVersion' | 'message'
    >
  >;

/** Raises an alert, as an analysis of the default branch does. Code scanning is on from then on. */
export function createCodeAlert(options: {
  sandbox: Sandbox;
  repository: Repository;
  subject: CodeAlertSubject;
  sender: User;
}): CodeAlert {
  const { sandbox, repository, subject, sender } = options;
  const { codeAlerts } = sandbox.state;
  const now = sandbox.clock.iso();
  repository.codeScanning = true;
  const alert = codeAlerts.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    number: nextAlertNumber(codeAlerts.by('repository', repository.id)),
    state: 'open',
    securitySeverity: null,
    tags: [],
    tool: 'CodeQL',
    toolVersion: null,
    message: subject.summary,
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
    name: 'code_scanning_alert',
    action: 'created',
    repository,
    alert,
    sender,
  });
  return alert;
}
