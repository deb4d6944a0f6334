import { nodeId } from '../../../core/nodeId';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';

type EnvironmentSource = Source<'environment'>;

/** https://docs.github.com/graphql/reference/objects#environment */
export const Environment: Resolvers<EnvironmentSource> = {
  id: ({ environment }) => nodeId({ type: 'Environment', id: environment.id }),
  databaseId: ({ environment }) => environment.id,
  name: ({ environment }) => environment.name,
  isPinned: () => false,
  pinnedPosition: () => null,
  latestCompletedDeployment({ repository, environment }, _args, { sandbox }) {
    const latest = sandbox.state.deployments
      .by('repository', repository.id)
      .filter(
        deployment =>
          deployment.environment === environment.name &&
          deployment.statuses.some(({ state }) => state === 'success'),
      )
      .at(-1);
    return latest ? source.deployment(latest) : null;
  },
  protectionRules: ({ environment }, args, context) =>
    connection({
      rows: rulesOf(environment),
      args,
      key: ({ type }) => type,
      node: rule => ({
        ...rule,
        databaseId: environment.id,
        preventSelfReview: environment.preventSelfReview,
        // Those who may approve fit on a page.
        reviewers: () =>
          connection({
            rows:
              rule.type === 'REQUIRED_REVIEWERS' ? environment.reviewers : [],
            args: {},
            key: ({ id }) => id,
            node: ({ type, id }) => {
              const team = context.sandbox.state.teams.get(id);
              if (type === 'User') return personById({ id, context });
              return team ? source.team(team) : null;
            },
          }),
      }),
    }),
};

function rulesOf(environment: EnvironmentSource['environment']) {
  return [
    ...(environment.waitTimer > 0
      ? [{ type: 'WAIT_TIMER', timeout: environment.waitTimer }]
      : []),
    ...(environment.reviewers.length > 0
      ? [{ type: 'REQUIRED_REVIEWERS', timeout: 0 }]
      : []),
    ...(environment.deploymentBranchPolicy
      ? [{ type: 'BRANCH_POLICY', timeout: 0 }]
      : []),
  ];
}
