import type { Context } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import type { Account, Repository, User } from '../core/state';
import type { Env } from '../http/Env';

/** What a page is made from. */
export interface PageContext {
  sandbox: Sandbox;
  context: Context<Env>;
  /** Whom this browser was told to be. */
  person: User | undefined;
}

/** A page of a repository that the person may see. */
export interface RepositoryPageContext extends PageContext {
  repository: Repository;
  owner: Account;
  /** `owner/name` */
  name: string;
}
