import { nodeId } from '../../../core/nodeId';
import type { Deployment as DeploymentRecord } from '../../../core/state';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { refByName } from '../git/refByName';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';
import { repositoryById, repositoryOf } from '../shared/repositoryById';

/** https://docs.github.com/graphql/reference/objects#deployment */
export const Deployment: Resolvers<Source<'deployment'>> = {
  id: ({ deployment }) => nodeId({ type: 'Deployment', id: deployment.id }),
  databaseId: ({ deployment }) => deployment.id,
  description: ({ deployment }) => deployment.description,
  environment: ({ deployment }) => deployment.environment,
  latestEnvironment: ({ deployment }) => deployment.environment,
  originalEnvironment: ({ deployment }) => deployment.environment,
  task: ({ deployment }) => deployment.task,
  payload: ({ deployment }) => JSON.stringify(deployment.payload ?? {}),
  createdAt: ({ deployment }) => deployment.createdAt,
  updatedAt: ({ deployment }) => deployment.updatedAt,
  commitOid: ({ deployment }) => deployment.sha,
  commit: ({ deployment }, _args, context) =>
    source.commit(
      repositoryById({ id: deployment.repositoryId, context }),
      deployment.sha,
    ),
  ref: ({ deployment }, _args, context) =>
    refByName({
      repository: repositoryById({ id: deployment.repositoryId, context }),
      name: deployment.ref,
      context,
    }),
  creator: ({ deployment }, _args, context) =>
    personById({ id: deployment.creatorId, context }),
  repository: ({ deployment }, _args, context) =>
    repositoryOf({ id: deployment.repositoryId, context }),
  // GitHub calls what succeeded `ACTIVE` until another takes its place.
  state: ({ deployment }) => {
    const state = newest(deployment)?.state ?? 'pending';
    return state === 'success' ? 'ACTIVE' : state.toUpperCase();
  },
  latestStatus({ deployment }) {
    const status = newest(deployment);
    return status ? source.deploymentStatus(deployment, status) : null;
  },
  statuses: ({ deployment }, args) =>
    connection({
      rows: [...deployment.statuses].sort((a, b) => b.id - a.id),
      args,
      key: ({ id }) => id,
      node: status => source.deploymentStatus(deployment, status),
    }),
};

function newest({ statuses }: DeploymentRecord) {
  return [...statuses].sort((a, b) => b.id - a.id)[0];
}
