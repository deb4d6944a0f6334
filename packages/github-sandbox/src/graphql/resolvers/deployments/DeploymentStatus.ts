import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';

/** https://docs.github.com/graphql/reference/objects#deploymentstatus */
export const DeploymentStatus: Resolvers<Source<'deploymentStatus'>> = {
  id: ({ status }) => nodeId({ type: 'DeploymentStatus', id: status.id }),
  state: ({ status }) => status.state.toUpperCase(),
  description: ({ status }) => status.description,
  environment: ({ deployment }) => deployment.environment,
  environmentUrl: ({ status }) => status.environmentUrl,
  logUrl: ({ status }) => status.logUrl,
  createdAt: ({ status }) => status.createdAt,
  updatedAt: ({ status }) => status.createdAt,
  creator: ({ status }, _args, context) =>
    personById({ id: status.creatorId, context }),
  deployment: ({ deployment }) => source.deployment(deployment),
};
