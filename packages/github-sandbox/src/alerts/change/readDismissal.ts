import {
  invalidRequest,
  notAMember,
  notSupplied,
} from '../../http/invalidRequest';

/** GitHub's limit for a comment. */
const LONGEST_COMMENT = 280;

export type Dismissal =
  | { state: 'open' }
  | { state: 'dismissed'; reason: string; comment: string | null };

/** Reads the body of a change to an alert; throws 422 for what GitHub refuses. */
export function readDismissal(options: {
  body: Record<string, unknown>;
  reasons: string[];
}): Dismissal {
  const { body, reasons } = options;
  const { state, dismissed_reason, dismissed_comment } = body;
  if (state === 'open') return { state };
  if (state === undefined) throw notSupplied('state');
  if (state !== 'dismissed') {
    throw notAMember({ value: state, members: ['dismissed', 'open'] });
  }
  if (
    typeof dismissed_reason !== 'string' ||
    !reasons.includes(dismissed_reason)
  ) {
    throw dismissed_reason === undefined
      ? notSupplied('dismissed_reason')
      : notAMember({ value: dismissed_reason, members: reasons });
  }
  const comment = dismissed_comment ? String(dismissed_comment) : null;
  if (comment && comment.length > LONGEST_COMMENT) {
    throw invalidRequest(
      `"dismissed_comment" is too long (maximum is ${LONGEST_COMMENT} characters).`,
    );
  }
  return { state, reason: dismissed_reason, comment };
}
