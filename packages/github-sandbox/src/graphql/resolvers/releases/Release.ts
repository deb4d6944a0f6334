import { nodeId } from '../../../core/nodeId';
import type { Release as ReleaseRecord } from '../../../core/state';
import { latestRelease } from '../../../releases/latestRelease';
import { connection } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { gitOf } from '../git/gitOf';
import { refByName } from '../git/refByName';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { plainHtml } from '../shared/plainHtml';
import { repositoryById, repositoryOf } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';

type ReleaseSource = Source<'release'>;

/** https://docs.github.com/graphql/reference/objects#release */
export const Release: Resolvers<ReleaseSource> = {
  ...located<ReleaseSource>(
    ({ release }, context) =>
      `${repositoryPath({
        repository: repositoryById({ id: release.repositoryId, context }),
        context,
      })}/releases/tag/${release.tagName}`,
  ),
  id: ({ release }) => nodeId({ type: 'Release', id: release.id }),
  databaseId: ({ release }) => release.id,
  name: ({ release }) => release.name,
  tagName: ({ release }) => release.tagName,
  description: ({ release }) => release.body,
  descriptionHTML: ({ release }) => plainHtml(release.body),
  shortDescriptionHTML: ({ release }, { limit }) =>
    plainHtml(release.body?.slice(0, limit ?? 200) ?? null),
  isDraft: ({ release }) => release.draft,
  isPrerelease: ({ release }) => release.prerelease,
  isLatest: ({ release }, _args, { sandbox }) =>
    latestRelease({ sandbox, repository: { id: release.repositoryId } }) ===
    release,
  createdAt: ({ release }) => release.createdAt,
  updatedAt: ({ release }) => release.publishedAt ?? release.createdAt,
  publishedAt: ({ release }) => release.publishedAt,
  author({ release }, _args, { sandbox }) {
    const author = sandbox.state.users.get(release.authorId);
    return author ? source.user(author) : null;
  },
  repository: ({ release }, _args, context) =>
    repositoryOf({ id: release.repositoryId, context }),
  tag: ({ release }, _args, context) => tagOf(release, context),
  async tagCommit({ release }, _args, context) {
    const repository = repositoryById({ id: release.repositoryId, context });
    const tag = await tagOf(release, context);
    const git = await gitOf({ repository, context });
    const commit =
      tag && (await git.resolve({ expression: tag.sha, type: 'commit' }));
    return commit ? source.commit(repository, commit.sha) : null;
  },
  releaseAssets: ({ release }, args) =>
    connection({
      rows: release.assets.filter(
        ({ name }) => !args.name || name === args.name,
      ),
      args,
      key: ({ id }) => id,
      node: asset => source.asset(release, asset),
    }),
  mentions: (_source, args) =>
    connection({ rows: [], args, key: () => 0, node: () => null }),
  viewerCanReact: () => false,
  reactionGroups: () => [],
};

function tagOf(release: ReleaseRecord, context: GraphqlContext) {
  return refByName({
    repository: repositoryById({ id: release.repositoryId, context }),
    name: `refs/tags/${release.tagName}`,
    context,
  });
}
