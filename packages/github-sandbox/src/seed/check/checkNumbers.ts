import { assignNumbers } from '../history/assignNumbers';
import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';

/** Whether each issue and pull request has a number of its own. */
export function checkNumbers(options: {
  repository: SeedRepository;
}): SeedFault[] {
  const { repository } = options;
  const { merged, pullRequests, issues } = assignNumbers({ repository });
  const seen = new Set<number>();
  const taken = (number: number | undefined) => {
    if (number === undefined || !seen.has(number)) {
      if (number !== undefined) seen.add(number);
      return false;
    }
    return true;
  };
  const paths = [
    ...merged.map((number, index) => ({
      number,
      path: ['history', index, 'pullRequest', 'number'],
    })),
    ...pullRequests.map((number, index) => ({
      number,
      path: ['pullRequests', index, 'number'],
    })),
    ...issues.map((number, index) => ({
      number,
      path: ['issues', index, 'number'],
    })),
  ];
  return paths
    .filter(({ number }) => taken(number))
    .map(({ number, path }) => ({
      repository: repository.name,
      path,
      message: `the number ${number} is used twice`,
      remedy: 'Leave it out, or use another one.',
    }));
}
