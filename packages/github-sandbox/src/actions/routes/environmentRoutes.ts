import { actorOf } from '../../access';
import type { Environment } from '../../core/state';
import { presentDeployment } from '../../deployments/presentDeployment';
import { GitHubError } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { presentPerson } from '../../issues/present/presentPerson';
import { presentEnvironment } from '../../settings/environments/presentEnvironment';
import { gatedJobs } from '../environments/gatedJobs';
import { mayReview } from '../environments/mayReview';
import { reviewDeployments } from '../environments/reviewDeployments';
import { READ } from './access';
import { runOf } from './subjects';
import { isOneOf } from '../../http/body/isOneOf';
import { requireText } from '../../http/body/requireText';

const STATES = ['approved', 'rejected'] as const;

const one = '/repos/{owner}/{repo}/actions/runs/{run_id}';

/** https://docs.github.com/rest/actions/workflow-runs#get-pending-deployments-for-a-workflow-run */
export const listPendingDeployments: Route = {
  route: `GET ${one}/pending_deployments`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const { sandbox, viewer } = call;
    const run = await runOf(call);
    const user = viewer.kind === 'user' ? viewer.user : undefined;
    const gates = new Map(
      gatedJobs({ sandbox, run }).map(({ gate }) => [
        gate.environment.id,
        gate,
      ]),
    );
    return {
      body: [...gates.values()].map(({ environment, since }) => ({
        environment: named(call, environment),
        wait_timer: environment.waitTimer,
        wait_timer_started_at: environment.waitTimer > 0 ? since : null,
        current_user_can_approve:
          user !== undefined && mayReview({ sandbox, environment, run, user }),
        reviewers: presentEnvironment({
          ...call,
          environment,
        }).protection_rules.flatMap(rule =>
          'reviewers' in rule ? rule.reviewers : [],
        ),
      })),
    };
  },
};

/** https://docs.github.com/rest/actions/workflow-runs#review-pending-deployments-for-a-workflow-run */
export const reviewPendingDeployments: Route = {
  route: `POST ${one}/pending_deployments`,
  on: 'repository',
  access: {
    permission: { name: 'deployments', level: 'write' },
    scopes: ['repo'],
  },
  async handle(call) {
    const { sandbox, repository, body, viewer } = call;
    const run = await runOf(call);
    for (const key of ['environment_ids', 'state', 'comment']) {
      if (body[key] === undefined) throw notSupplied(key);
    }
    if (!isOneOf(STATES, body.state)) {
      throw new GitHubError({
        status: 422,
        message: `Invalid request.\n\nFor 'properties/state', ${JSON.stringify(
          body.state,
        )} is not a member of ["approved", "rejected"].`,
      });
    }
    const reviewed = await reviewDeployments({
      sandbox,
      repository,
      run,
      environmentIds: (body.environment_ids as unknown[]).map(Number),
      state: body.state,
      comment: requireText({ body, field: 'comment' }),
      actor: actorOf(viewer),
    });
    if (reviewed.outcome === 'refused') {
      throw new GitHubError({ status: 422, message: reviewed.message });
    }
    return {
      body: reviewed.deployments.map(deployment =>
        presentDeployment({ ...call, deployment }),
      ),
    };
  },
};

/** Decisions that were made. */
export const listApprovals: Route = {
  route: `GET ${one}/approvals`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const { sandbox, repository, urls } = call;
    const run = await runOf(call);
    return {
      body: (run.reviews ?? []).map(review => ({
        state: review.state,
        comment: review.comment,
        environments: repository.environments
          .filter(({ name }) => review.environments.includes(name))
          .map(environment => ({
            ...named(call, environment),
            created_at: environment.createdAt,
            updated_at: environment.updatedAt,
          })),
        user: presentPerson({ sandbox, urls, id: review.userId }),
      })),
    };
  },
};

function named(call: RepositoryCall, environment: Environment) {
  const { id, node_id, name, url, html_url } = presentEnvironment({
    ...call,
    environment,
  });
  return { id, node_id, name, url, html_url };
}
