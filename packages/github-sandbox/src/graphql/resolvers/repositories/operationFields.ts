import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { deploymentConnection } from '../deployments/deploymentConnection';
import type { Resolvers } from '../Resolvers';
import { branchProtectionRule } from './branchProtectionRule';

type RepositorySource = Source<'repository'>;

/** The fields of a repository that are about running it: alerts, environments, deployments, keys, protection. */
export const operationFields: Resolvers<RepositorySource> = {
  vulnerabilityAlerts: ({ repository }, args, context) =>
    connection({
      rows: alertsOf(repository, context).filter(
        ({ state, scope }) =>
          (!args.states || args.states.includes(state.toUpperCase())) &&
          (!args.dependencyScopes ||
            args.dependencyScopes.includes(scope?.toUpperCase())),
      ),
      args,
      key: ({ id }) => id,
      node: source.alert,
    }),
  vulnerabilityAlert({ repository }, { number }, context) {
    const alert = alertsOf(repository, context).find(
      row => row.number === number,
    );
    return alert ? source.alert(alert) : null;
  },
  environment({ repository }, { name }) {
    const environment = repository.environments.find(
      row => row.name.toLowerCase() === name.toLowerCase(),
    );
    return environment ? source.environment(repository, environment) : null;
  },
  environments: ({ repository }, args) =>
    connection({
      rows: sorted({
        rows: repository.environments.filter(
          ({ name }) =>
            !args.names || args.names.length === 0 || args.names.includes(name),
        ),
        orderBy: args.orderBy,
        by: { NAME: row => row.name.toLowerCase() },
      }),
      args,
      key: ({ id }) => id,
      node: environment => source.environment(repository, environment),
    }),
  deployments: ({ repository }, args, context) =>
    deploymentConnection({ repository, args, context }),
  deployKeys({ repository }, args, context) {
    demandAdministration(repository, context);
    return connection({
      rows: repository.deployKeys,
      args,
      key: ({ id }) => id,
      node: key => ({
        __typename: 'DeployKey' as const,
        id: nodeId({ type: 'DeployKey', id: key.id }),
        title: key.title,
        key: key.key,
        readOnly: key.readOnly,
        createdAt: key.createdAt,
        enabled: true,
        verified: true,
      }),
    });
  },
  branchProtectionRules({ repository }, args, context) {
    demandAdministration(repository, context);
    return connection({
      rows: Object.keys(repository.branchProtection),
      args,
      key: pattern => pattern,
      node: branch => branchProtectionRule({ repository, branch }),
    });
  },
};

/** Who can push sees alerts; others see none. */
function alertsOf(
  repository: RepositorySource['repository'],
  context: GraphqlContext,
) {
  const { viewer } = context;
  demandPermission({
    context,
    access: {
      permission: { name: 'vulnerability_alerts', level: 'read' },
      ...(viewer.kind === 'user' && { role: 'push' }),
    },
    repository,
  });
  return context.sandbox.state.alerts.by('repository', repository.id);
}

function demandAdministration(
  repository: RepositorySource['repository'],
  context: GraphqlContext,
) {
  demandPermission({
    context,
    access: {
      permission: { name: 'administration', level: 'read' },
      ...(context.viewer.kind === 'user' && { role: 'admin' }),
    },
    repository,
  });
}
