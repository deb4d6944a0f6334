import { statusCheckRollupOf } from '../checks/statusCheckRollupOf';
import type { Sandbox } from '../core/Sandbox';
import type { Deployment, Repository, User } from '../core/state';
import { openGit } from '../repositories/openGit';
import { ensureEnvironment } from './ensureEnvironment';
import { mergeDefaultBranch } from './mergeDefaultBranch';

export type CreateDeploymentOutcome =
  | { outcome: 'created'; deployment: Deployment }
  | { outcome: 'refMissing' }
  /** The default branch was merged into the branch first; the caller asks again. */
  | { outcome: 'autoMerged'; message: string }
  | { outcome: 'mergeConflict'; message: string }
  | {
      outcome: 'checksFailed';
      contexts: Array<{ context: string; state: string }>;
    };

/** Asks for a deployment of a branch, tag or commit. https://docs.github.com/rest/deployments/deployments#create-a-deployment */
export async function createDeployment(options: {
  sandbox: Sandbox;
  repository: Repository;
  actor: User;
  ref: string;
  task?: string;
  environment?: string;
  description?: string | null;
  payload?: unknown;
  productionEnvironment?: boolean;
  transientEnvironment?: boolean;
  /** Default: true. */
  autoMerge?: boolean;
  /** The checks that have to be good; default: all that the commit has. */
  requiredContexts?: string[];
  /** ISO time, for history: nothing is merged, asked for or emitted then. */
  at?: string;
}): Promise<CreateDeploymentOutcome> {
  const { sandbox, repository, actor, ref, at } = options;
  const { environment = 'production', autoMerge = true } = options;
  const git = await openGit({ sandbox, repository });
  const commit = await git.resolve({ expression: ref, type: 'commit' });
  if (!commit) return { outcome: 'refMissing' };
  const { sha } = commit;

  if (at === undefined) {
    const merged = autoMerge
      ? await mergeDefaultBranch({ ...options, git, sha })
      : undefined;
    if (merged) return merged;
    const bad = badContexts({ ...options, sha });
    if (bad.length > 0) return { outcome: 'checksFailed', contexts: bad };
  }

  const createdAt = at ?? sandbox.clock.iso();
  const deployment = sandbox.state.deployments.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    sha,
    ref,
    task: options.task ?? 'deploy',
    environment,
    description: options.description ?? null,
    payload: options.payload ?? {},
    creatorId: actor.id,
    productionEnvironment:
      options.productionEnvironment ?? environment === 'production',
    transientEnvironment: options.transientEnvironment ?? false,
    createdAt,
    updatedAt: createdAt,
    statuses: [],
  });
  ensureEnvironment({ sandbox, repository, name: environment, at: createdAt });
  if (at === undefined) {
    sandbox.events.emit({
      name: 'deployment',
      action: 'created',
      repository,
      deployment,
      sender: actor,
    });
  }
  return { outcome: 'created', deployment };
}

/** The checks and statuses that stand against a deployment. */
function badContexts(options: {
  sandbox: Sandbox;
  repository: Repository;
  sha: string;
  requiredContexts?: string[];
}) {
  const { requiredContexts } = options;
  const rollup = statusCheckRollupOf(options);
  const known = (rollup?.contexts ?? []).map(({ name, state }) => ({
    context: name,
    state: state.toLowerCase(),
  }));
  if (requiredContexts) {
    return requiredContexts
      .map(
        context =>
          known.find(one => one.context === context) ?? {
            context,
            state: 'pending',
          },
      )
      .filter(({ state }) => state !== 'success');
  }
  return known.filter(({ state }) => state !== 'success');
}
