import { analysedCommit } from '../../../alerts/code/analysedCommit';
import { presentCodeAlert } from '../../../alerts/code/presentCodeAlert';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#code_scanning_alert */
export async function codeAlertPayload(
  options: PayloadOptions<'code_scanning_alert'>,
): Promise<PayloadParts> {
  const { action, repository } = options.event;
  // Before anything is waited for: the alert is told of as it is now.
  const {
    most_recent_instance: instance,
    rule: { security_severity_level: _, ...rule },
    ...alert
  } = presentCodeAlert({ ...options, ...options.event, commit: '' });
  const commit = await analysedCommit({ ...options, repository });
  const isByPerson = action.endsWith('_by_user');
  return {
    action,
    alert: {
      ...alert,
      rule,
      most_recent_instance: { ...instance, commit_sha: commit },
    },
    // Empty where a person did it.
    ref: isByPerson ? '' : instance.ref,
    commit_oid: isByPerson ? '' : commit,
  };
}
