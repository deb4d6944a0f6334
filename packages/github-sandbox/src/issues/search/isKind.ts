import type { Issue, Repository } from '../../core/state';

/** Whether an issue is what `is:` says: a kind, a state, or where it stands. */
export function isKind(options: {
  repository: Repository;
  issue: Issue;
  kind: string;
}): boolean {
  const { repository, issue, kind } = options;
  switch (kind) {
    case 'issue':
      return !issue.pull;
    case 'pr':
    case 'pull-request':
      return issue.pull !== null;
    case 'open':
    case 'closed':
      return issue.state === kind;
    case 'merged':
      return Boolean(issue.pull?.mergedAt);
    case 'unmerged':
      return issue.pull?.mergedAt === null;
    case 'draft':
      return issue.pull?.draft ?? false;
    case 'locked':
    case 'unlocked':
      return issue.locked === (kind === 'locked');
    case 'public':
      return repository.visibility === 'public';
    case 'private':
      return repository.visibility !== 'public';
    default:
      return false;
  }
}
