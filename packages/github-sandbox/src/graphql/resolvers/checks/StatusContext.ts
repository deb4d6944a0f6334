import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';
import { repositoryById } from '../shared/repositoryById';
import { isRequired } from './isRequired';

/** https://docs.github.com/graphql/reference/objects#statuscontext */
export const StatusContext: Resolvers<Source<'statusContext'>> = {
  id: ({ status }) => nodeId({ type: 'StatusContext', id: status.id }),
  context: ({ status }) => status.context,
  state: ({ status }) => status.state.toUpperCase(),
  description: ({ status }) => status.description,
  targetUrl: ({ status }) => status.targetUrl,
  createdAt: ({ status }) => status.createdAt,
  creator: ({ status }, _args, context) =>
    personById({ id: status.creatorId, context }),
  avatarUrl: ({ status }, { size }, { urls }) =>
    `${urls.html}/avatars/u/${status.creatorId}?s=${size}&v=4`,
  commit: ({ status }, _args, context) =>
    source.commit(
      repositoryById({ id: status.repositoryId, context }),
      status.sha,
    ),
  isRequired: ({ status }, args, context) =>
    isRequired({
      name: status.context,
      repository: repositoryById({ id: status.repositoryId, context }),
      args,
      context,
    }),
};
