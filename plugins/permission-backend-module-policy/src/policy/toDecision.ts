import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PolicyVerdict } from '@callboard/plugin-access-common';

/** A verdict as the permission backend takes it, without its reasons. */
export function toDecision(verdict: PolicyVerdict): PolicyDecision {
  const { result, conditional } = verdict;
  if (conditional) {
    return { result: AuthorizeResult.CONDITIONAL, ...conditional };
  }
  return {
    result: result === 'allow' ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  };
}
