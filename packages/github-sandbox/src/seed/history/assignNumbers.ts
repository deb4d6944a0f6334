import type { SeedRepository } from '../SeedRepository';

/** The numbers of a repository's pull requests and issues, in the order in which the seed lists them. */
export interface ConversationNumbers {
  /** By index in the history; undefined where a commit came without a pull request. */
  merged: Array<number | undefined>;
  pullRequests: number[];
  issues: number[];
}

/** Numbers pull requests and issues by age, the oldest first, as GitHub would have; a number that the seed names is kept. */
export function assignNumbers(options: {
  repository: SeedRepository;
}): ConversationNumbers {
  const { history = [], pullRequests = [], issues = [] } = options.repository;
  const numbers: ConversationNumbers = {
    merged: history.map(() => undefined),
    pullRequests: [],
    issues: [],
  };
  const all = [
    ...history.flatMap(({ pullRequest, daysAgo }, index) =>
      pullRequest
        ? [
            {
              daysAgo: openedDaysAgo({ daysAgo, pullRequest }),
              number: pullRequest.number,
              set: (number: number) => (numbers.merged[index] = number),
            },
          ]
        : [],
    ),
    ...pullRequests.map(({ daysAgo, number }, index) => ({
      daysAgo,
      number,
      set: (value: number) => (numbers.pullRequests[index] = value),
    })),
    ...issues.map(({ daysAgo, number }, index) => ({
      daysAgo,
      number,
      set: (value: number) => (numbers.issues[index] = value),
    })),
  ];
  const taken = new Set(all.map(({ number }) => number));
  let next = options.repository.firstNumber ?? 1;
  // Sorting keeps the order of the seed where ages are the same.
  for (const one of all.sort((a, b) => b.daysAgo - a.daysAgo)) {
    if (one.number !== undefined) {
      one.set(one.number);
      next = Math.max(next, one.number + 1);
      continue;
    }
    while (taken.has(next)) next += 1;
    one.set(next);
    next += 1;
  }
  return numbers;
}

/** A merged pull request that does not say so was opened a day before. */
export function openedDaysAgo(options: {
  daysAgo: number;
  pullRequest: { daysAgo?: number };
}): number {
  return options.pullRequest.daysAgo ?? options.daysAgo + 1;
}
