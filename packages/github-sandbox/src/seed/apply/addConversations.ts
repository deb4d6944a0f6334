import { openedDaysAgo } from '../history/assignNumbers';
import { addIssue } from './addIssue';
import { addMergedPull } from './addMergedPull';
import { addPull } from './addPull';
import type { PullCommits, RepositoryContext } from './SeedContext';

/** Adds pull requests and issues, in the order of their numbers. */
export async function addConversations(options: {
  context: RepositoryContext;
  commits: Map<number, PullCommits>;
}): Promise<void> {
  const { context, commits } = options;
  const { seeded, numbers } = context;
  const steps: Array<{ number: number; add: () => Promise<void> | void }> = [];
  (seeded.history ?? []).forEach((entry, index) => {
    const { pullRequest } = entry;
    if (!pullRequest) return;
    const number = numbers.merged[index]!;
    const [subject] = entry.message.split('\n');
    const merged = {
      ...pullRequest,
      number,
      title: pullRequest.title ?? subject,
      author: pullRequest.author ?? entry.author,
      daysAgo: openedDaysAgo({ daysAgo: entry.daysAgo, pullRequest }),
      mergedDaysAgo: entry.daysAgo,
    };
    const add = () =>
      addMergedPull({ context, merged, commits: commits.get(number)! });
    steps.push({ number, add });
  });
  (seeded.pullRequests ?? []).forEach((pullRequest, index) => {
    const number = numbers.pullRequests[index];
    const seededPull = { ...pullRequest, number };
    const add = () =>
      addPull({ context, seededPull, commits: commits.get(number)! });
    steps.push({ number, add });
  });
  (seeded.issues ?? []).forEach((issue, index) => {
    const number = numbers.issues[index];
    steps.push({
      number,
      add: () => addIssue({ context, seededIssue: { ...issue, number } }),
    });
  });
  for (const { add } of steps.sort((a, b) => a.number - b.number)) await add();
}
