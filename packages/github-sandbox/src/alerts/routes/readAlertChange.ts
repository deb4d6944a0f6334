import {
  invalidRequest,
  notAMember,
  notSupplied,
} from '../../http/invalidRequest';
import { DISMISSAL_REASONS } from '../change/changeAlert';

/** GitHub's limit for a comment. */
const LONGEST_COMMENT = 280;

export type AlertChangeBody =
  | { state: 'open' }
  | { state: 'dismissed'; reason: string; comment: string | null };

/** Reads the body of a change to an alert; throws 422 for what GitHub refuses. */
export function readAlertChange(options: {
  body: Record<string, unknown>;
}): AlertChangeBody {
  const { state, dismissed_reason, dismissed_comment } = options.body;
  if (state === 'open') return { state };
  if (state === undefined) throw notSupplied('state');
  if (state !== 'dismissed') {
    throw notAMember({ value: state, members: ['dismissed', 'open'] });
  }
  if (
    typeof dismissed_reason !== 'string' ||
    !DISMISSAL_REASONS.includes(dismissed_reason)
  ) {
    throw dismissed_reason === undefined
      ? notSupplied('dismissed_reason')
      : notAMember({ value: dismissed_reason, members: DISMISSAL_REASONS });
  }
  const comment = dismissed_comment ? String(dismissed_comment) : null;
  if (comment && comment.length > LONGEST_COMMENT) {
    throw invalidRequest(
      `"dismissed_comment" is too long (maximum is ${LONGEST_COMMENT} characters).`,
    );
  }
  return { state, reason: dismissed_reason, comment };
}
