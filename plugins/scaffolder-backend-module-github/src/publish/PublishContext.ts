import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { Octokit } from 'octokit';
import type { ActionParts } from '../calls/ActionParts';
import type { Serving } from '../calls/chooseServing';
import type { RepositoryTarget } from '../calls/RepositoryTarget';

/** What every part of publishing works with. */
export interface PublishContext {
  ctx: ActionContext<any, any, any>;
  parts: ActionParts;
  target: RepositoryTarget;
  serving: Serving;
  client: Octokit;
}

/** The key of something that is done to a repository; an action may run once for each item of a list. */
export function keyOf(target: RepositoryTarget, name: string): string {
  return `${name}:${target.owner}/${target.repo}`;
}
