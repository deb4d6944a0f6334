import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { GithubCall } from '../calls/GithubCall';
import type { RepositoryTarget } from '../calls/RepositoryTarget';

/** What a step would ask of GitHub, in this order, and what it would yield. */
export interface StepPlan {
  calls: GithubCall[];
  outputs: Record<string, unknown>;
}

/** Tells what a step would do, without asking anybody. */
export type Planner = (options: {
  ctx: ActionContext<any, any, any>;
  target: RepositoryTarget;
  input: any;
}) => StepPlan | Promise<StepPlan>;
