import type { Deployment, Repository } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { source } from '../../sources/source';

/** The deployments of a repository that fit the arguments. */
export function deploymentConnection(options: {
  repository: Repository;
  args: ConnectionArguments & {
    environments?: string[] | null;
    orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  };
  context: GraphqlContext;
  accept?: (deployment: Deployment) => boolean;
}) {
  const { repository, args, context, accept } = options;
  demandPermission({
    context,
    access: { permission: { name: 'deployments', level: 'read' } },
    repository,
  });
  return connection({
    rows: sorted({
      rows: context.sandbox.state.deployments
        .by('repository', repository.id)
        .filter(
          deployment =>
            (accept?.(deployment) ?? true) &&
            (!args.environments ||
              args.environments.includes(deployment.environment)),
        ),
      orderBy: args.orderBy,
      by: { CREATED_AT: row => row.createdAt },
    }),
    args,
    key: ({ id }) => id,
    node: source.deployment,
  });
}
