import { presentComment } from '../../../issues/present/presentComment';
import { presentIssue } from '../../../issues/present/presentIssue';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#issues */
export function issuesPayload(options: PayloadOptions<'issues'>): PayloadParts {
  const { action, extra } = options.event;
  return {
    action,
    issue: presentIssue({ ...options, ...options.event }),
    ...extra,
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#issue_comment */
export function issueCommentPayload(
  options: PayloadOptions<'issue_comment'>,
): PayloadParts {
  const { action, changes = {} } = options.event;
  return {
    action,
    ...(action === 'edited' && { changes }),
    issue: presentIssue({ ...options, ...options.event }),
    comment: presentComment({ ...options, ...options.event }),
  };
}
