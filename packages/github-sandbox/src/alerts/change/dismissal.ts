import type { User } from '../../core/state';

/** What dismissing writes to an alert of dependencies or code. `at`: an ISO 8601 instant. */
export function dismissal(options: {
  at: string;
  actor: User;
  reason: string;
  comment: string | null;
}) {
  const { at, actor, reason, comment } = options;
  return {
    state: 'dismissed' as const,
    dismissedAt: at,
    dismissedById: actor.id,
    dismissedReason: reason,
    dismissedComment: comment,
    updatedAt: at,
  };
}

/** What opening a dismissed alert again writes to it. */
export function reopening(options: { at: string }) {
  return {
    state: 'open' as const,
    dismissedAt: null,
    dismissedById: null,
    dismissedReason: null,
    dismissedComment: null,
    updatedAt: options.at,
  };
}
