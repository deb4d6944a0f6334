import type { Context } from 'hono';
import type { Viewer } from '../access';
import type { Sandbox } from '../core/Sandbox';
import type { Account, Repository } from '../core/state';
import type { GitService } from '../git';
import type { Env } from '../http/Env';

/** A request of a git client that may be answered. */
export interface GitRequest {
  sandbox: Sandbox;
  context: Context<Env>;
  service: GitService;
  viewer: Viewer;
  repository: Repository;
  owner: Account;
  /** Of the git repository: `12`, or `12.wiki`. */
  gitId: string;
  isWiki: boolean;
}
