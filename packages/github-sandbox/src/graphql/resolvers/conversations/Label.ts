import { nodeId } from '../../../core/nodeId';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { repositoryById, repositoryOf } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';
import { issueConnection } from './issueConnection';
import { pullConnection } from './pullConnection';

type LabelSource = Source<'label'>;

/** https://docs.github.com/graphql/reference/objects#label */
export const Label: Resolvers<LabelSource> = {
  ...located<LabelSource>(
    ({ label }, context) =>
      `${repositoryPath({
        repository: repositoryById({ id: label.repositoryId, context }),
        context,
      })}/labels/${encodeURIComponent(label.name)}`,
  ),
  id: ({ label }) => nodeId({ type: 'Label', id: label.id }),
  name: ({ label }) => label.name,
  color: ({ label }) => label.color,
  description: ({ label }) => label.description,
  isDefault: ({ label }) => label.default,
  createdAt: () => null,
  updatedAt: () => null,
  repository: ({ label }, _args, context) =>
    repositoryOf({ id: label.repositoryId, context }),
  issues: ({ label }, args, context) =>
    issueConnection({
      repositoryId: label.repositoryId,
      args,
      context,
      accept: ({ labelIds }) => labelIds.includes(label.id),
    }),
  pullRequests: ({ label }, args, context) =>
    pullConnection({
      repositoryId: label.repositoryId,
      args,
      context,
      accept: ({ labelIds }) => labelIds.includes(label.id),
    }),
};
