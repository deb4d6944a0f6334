import type { User, Repository } from '../../core/state';
import type { Sandbox } from '../../core/Sandbox';
import { closeIssue } from '../../issues/changes/closeIssue';
import { linkedIssues } from './linkedIssues';

/** Closes the issues that a text names with a keyword, once its change is in the default branch. */
export function closeLinkedIssues(options: {
  sandbox: Sandbox;
  repository: Repository;
  actor: User;
  text: string;
  commitSha?: string;
  at?: string;
}): void {
  const { sandbox, actor, commitSha, at } = options;
  for (const { repository, issue } of linkedIssues(options)) {
    closeIssue({ sandbox, repository, issue, actor, commitSha, at });
  }
}
