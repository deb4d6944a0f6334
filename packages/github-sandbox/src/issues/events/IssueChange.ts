import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Repository, User } from '../../core/state';

/** What every change to an issue or pull request is told. */
export interface IssueChange {
  sandbox: Sandbox;
  repository: Repository;
  issue: Issue;
  /** Who does it. Whether they may is asked before. */
  actor: User;
  /** ISO time of a change that a seed tells of. It is dated so, and nothing is emitted. */
  at?: string;
}
