import type { Pull } from './Pulls';

/**
 * Whether an open pull request waits for a review: somebody is asked and has not answered, or the branch demands one. A draft asks for none,
 * whoever is named in it. The one rule for a component's page, its team's page and the home page.
 */
export function waitsForReview(
  pull: Pick<Pull, 'isDraft' | 'decision' | 'asked'>,
): boolean {
  const { isDraft, decision, asked } = pull;
  return !isDraft && (asked > 0 || decision === 'review-required');
}
