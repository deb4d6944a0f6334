import type { Sandbox } from '../core/Sandbox';
import type { Issue, Pull, Repository, User } from '../core/state';

/** Adds the record of an issue or pull request under the repository's next number, or under `number`, which a seed may give. */
export function newIssue(options: {
  sandbox: Sandbox;
  repository: Repository;
  author: User;
  title: string;
  body: string | null;
  pull: Pull | null;
  number?: number;
  at?: string;
}): Issue {
  const { sandbox, repository, author, title, body, pull } = options;
  const number = options.number ?? repository.lastIssueNumber + 1;
  repository.lastIssueNumber = Math.max(repository.lastIssueNumber, number);
  const createdAt = options.at ?? sandbox.clock.iso();
  return sandbox.state.issues.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    number,
    title,
    body,
    authorId: author.id,
    state: 'open',
    stateReason: null,
    locked: false,
    lockReason: null,
    labelIds: [],
    assigneeIds: [],
    milestoneId: null,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    closedById: null,
    pull,
  });
}
