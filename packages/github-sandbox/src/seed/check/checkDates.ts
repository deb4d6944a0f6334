import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';

/** Whether things happen in an order that is possible. */
export function checkDates(options: {
  repository: SeedRepository;
}): SeedFault[] {
  const { repository } = options;
  const faults: SeedFault[] = [];
  const fault = (path: Array<string | number>, message: string) =>
    faults.push({
      repository: repository.name,
      path,
      message,
      remedy: 'Change "daysAgo".',
    });

  const inOrder = (
    path: Array<string | number>,
    commits: ReadonlyArray<{ daysAgo: number }>,
  ) =>
    commits.forEach(({ daysAgo }, index) => {
      if (index > 0 && daysAgo > commits[index - 1].daysAgo) {
        fault(
          [...path, index, 'daysAgo'],
          'this commit is older than the one above it',
        );
      }
    });
  inOrder(['history'], repository.history ?? []);
  (repository.branches ?? []).forEach(({ commits = [] }, index) =>
    inOrder(['branches', index, 'commits'], commits),
  );

  const after = (
    path: Array<string | number>,
    begin: number,
    what: ReadonlyArray<{ daysAgo: number }> = [],
  ) =>
    what.forEach(({ daysAgo }, index) => {
      if (daysAgo > begin) {
        fault(
          [...path, index, 'daysAgo'],
          'this is older than what it is about',
        );
      }
    });
  (['issues', 'pullRequests'] as const).forEach(kind =>
    (repository[kind] ?? []).forEach((item, index) => {
      after([kind, index, 'comments'], item.daysAgo, item.comments);
      if ('reviews' in item) {
        after([kind, index, 'reviews'], item.daysAgo, item.reviews);
      }
      if ((item.closedDaysAgo ?? 0) > item.daysAgo) {
        fault(
          [kind, index, 'closedDaysAgo'],
          'this was closed before it was opened',
        );
      }
    }),
  );
  (repository.history ?? []).forEach(({ pullRequest, daysAgo }, index) => {
    if (pullRequest?.daysAgo !== undefined && pullRequest.daysAgo < daysAgo) {
      fault(
        ['history', index, 'pullRequest', 'daysAgo'],
        'this was merged before it was opened',
      );
    }
  });
  return faults;
}
