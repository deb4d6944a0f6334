import type { Pull } from '../../../core/state';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';

/** https://docs.github.com/graphql/reference/objects#automergerequest */
export const AutoMergeRequest: Resolvers<{
  pull: unknown;
  autoMerge: NonNullable<Pull['autoMerge']>;
}> = {
  authorEmail: () => null,
  commitBody: ({ autoMerge }) => autoMerge.commitMessage,
  commitHeadline: ({ autoMerge }) => autoMerge.commitTitle,
  enabledAt: () => null,
  enabledBy: ({ autoMerge }, _args, context) =>
    personById({ id: autoMerge.enabledById, context }),
  mergeMethod: ({ autoMerge }) => autoMerge.method.toUpperCase(),
  pullRequest: ({ pull }) => pull,
};
