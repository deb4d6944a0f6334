import type { Pull } from '@callboard/plugin-github-common';
import type { RawPull } from './pullFields';

const DECISIONS = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  REVIEW_REQUIRED: 'review-required',
} as const;

/** How the review of a pull request stands; undefined where none is demanded. */
export function toDecision(
  raw: RawPull['reviewDecision'] | undefined,
): Pull['decision'] {
  return raw ? DECISIONS[raw] : undefined;
}
