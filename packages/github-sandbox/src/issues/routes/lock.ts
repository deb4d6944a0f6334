import { actorOf } from '../../access';
import { notAMember } from '../../http/invalidRequest';
import type { Route } from '../../http/Route';
import { issueOf } from '../calls';
import { lockIssue, unlockIssue } from '../changes/lockIssue';
import { conversationAccess } from '../issueAccess';
import { isOneOf } from '../../http/body/isOneOf';

const REASONS = ['off-topic', 'too heated', 'resolved', 'spam'];

/** https://docs.github.com/rest/issues/issues#lock-an-issue */
export const lockRoute: Route = {
  route: 'PUT /repos/{owner}/{repo}/issues/{issue_number}/lock',
  on: 'repository',
  access: { ...conversationAccess('write'), role: 'triage' },
  handle(call) {
    const reason = call.body.lock_reason ?? null;
    if (reason !== null && !isOneOf(REASONS, reason)) {
      throw notAMember({ value: reason, members: REASONS });
    }
    lockIssue({
      ...call,
      issue: issueOf(call),
      actor: actorOf(call.viewer),
      reason,
    });
    return { status: 204 };
  },
};

export const unlockRoute: Route = {
  route: 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock',
  on: 'repository',
  access: { ...conversationAccess('write'), role: 'triage' },
  handle(call) {
    unlockIssue({ ...call, issue: issueOf(call), actor: actorOf(call.viewer) });
    return { status: 204 };
  },
};
