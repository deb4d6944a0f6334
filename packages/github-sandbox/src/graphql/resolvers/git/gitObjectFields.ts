import { nodeId } from '../../../core/nodeId';
import type { Repository } from '../../../core/state';
import { source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { repositoryPath } from '../shared/repositoryPath';

interface GitObjectSource {
  __typename: string;
  repository: Repository;
  sha: string;
}

/** The id of a git object: its repository's number and its SHA. */
export function gitObjectId({ __typename, repository, sha }: GitObjectSource) {
  return nodeId({ type: __typename, id: `${repository.id}:${sha}` });
}

/** What commits, trees, blobs and tags have in common. */
export const gitObjectFields: Resolvers<GitObjectSource> = {
  id: parent => gitObjectId(parent),
  oid: ({ sha }) => sha,
  abbreviatedOid: ({ sha }) => sha.slice(0, 7),
  repository: ({ repository }) => source.repository(repository),
  commitUrl: ({ repository, sha }, _args, context) =>
    `${context.urls.html}${repositoryPath({
      repository,
      context,
    })}/commit/${sha}`,
  commitResourcePath: ({ repository, sha }, _args, context) =>
    `${repositoryPath({ repository, context })}/commit/${sha}`,
};
