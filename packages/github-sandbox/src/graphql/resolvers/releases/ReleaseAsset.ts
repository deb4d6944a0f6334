import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { GraphqlContext } from '../../GraphqlContext';
import type { Resolvers } from '../Resolvers';
import { repositoryById } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';

type AssetSource = Source<'asset'>;

/** https://docs.github.com/graphql/reference/objects#releaseasset */
export const ReleaseAsset: Resolvers<AssetSource> = {
  id: ({ asset }) => nodeId({ type: 'ReleaseAsset', id: asset.id }),
  name: ({ asset }) => asset.name,
  contentType: ({ asset }) => asset.contentType,
  size: ({ asset }) => Buffer.from(asset.content, 'base64').length,
  downloadCount: () => 0,
  createdAt: ({ asset }) => asset.createdAt,
  updatedAt: ({ asset }) => asset.createdAt,
  release: ({ release }) => source.release(release),
  uploadedBy: ({ asset }, _args, { sandbox }) =>
    source.user(sandbox.state.users.get(asset.uploaderId)!),
  downloadUrl: urlOf,
  url: urlOf,
};

function urlOf(
  { release, asset }: AssetSource,
  _args: unknown,
  context: GraphqlContext,
) {
  const repository = repositoryById({ id: release.repositoryId, context });
  return `${context.urls.html}${repositoryPath({
    repository,
    context,
  })}/releases/download/${release.tagName}/${asset.name}`;
}
