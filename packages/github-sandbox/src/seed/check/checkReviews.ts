import type { SeedReview } from '../SeedConversation';
import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';
import { TEAM_PREFIX } from '../teamPrefix';

/** Whether reviews and requests for them are such as GitHub would accept. https://docs.github.com/rest/pulls/review-requests */
export function checkReviews(options: {
  repository: SeedRepository;
}): SeedFault[] {
  const { repository } = options;
  const faults: SeedFault[] = [];
  const fault = (
    path: Array<string | number>,
    message: string,
    remedy: string,
  ) => faults.push({ repository: repository.name, path, message, remedy });

  const check = (
    path: Array<string | number>,
    author: string,
    reviews: readonly SeedReview[] = [],
  ) =>
    reviews.forEach((review, index) => {
      const at = [...path, 'reviews', index];
      if (review.by === author && review.state !== 'commented') {
        fault(
          [...at, 'by'],
          'nobody judges their own pull request',
          'Name somebody else.',
        );
      }
      const says = Boolean(review.body?.trim() || review.comments?.length);
      if (review.state !== 'approved' && !says) {
        fault([...at, 'state'], 'the review says nothing', 'Add "body".');
      }
    });

  (repository.history ?? []).forEach(({ pullRequest, author }, index) => {
    if (!pullRequest) return;
    check(
      ['history', index, 'pullRequest'],
      pullRequest.author ?? author,
      pullRequest.reviews,
    );
  });
  (repository.pullRequests ?? []).forEach((pull, index) => {
    const path = ['pullRequests', index];
    check(path, pull.author, pull.reviews);
    (pull.reviewers ?? []).forEach((name, position) => {
      const at = [...path, 'reviewers', position];
      if (name === pull.author) {
        fault(at, 'the author cannot be asked', 'Name somebody else.');
      }
      const slug = name.startsWith(TEAM_PREFIX)
        ? name.slice(TEAM_PREFIX.length)
        : undefined;
      if (slug && !Object.hasOwn(repository.teams ?? {}, slug)) {
        fault(
          at,
          `the team "${slug}" has no permission on the repository`,
          `Add "${slug}" to "teams".`,
        );
      }
    });
  });
  return faults;
}
