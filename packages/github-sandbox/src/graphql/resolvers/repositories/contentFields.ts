import { isSha } from '../../../git/objects/isSha';
import { latestRelease } from '../../../releases/latestRelease';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import { demandContents } from '../../rights/demandContents';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { canWrite } from '../conversations/commentFields';
import { gitObject } from '../git/gitObject';
import { gitOf } from '../git/gitOf';
import { refByName } from '../git/refByName';
import { refConnection } from '../git/refConnection';
import type { Resolvers } from '../Resolvers';
import { codeownersOf } from './codeownersOf';
import { factsOf } from './factsOf';

type RepositorySource = Source<'repository'>;

/** The fields of a repository that are about what is in git, and releases. */
export const contentFields: Resolvers<RepositorySource> = {
  async object({ repository }, { expression, oid }, context) {
    demandContents({ repository, context });
    const wanted = expression ?? oid;
    if (!wanted || (!expression && !isSha(wanted))) return null;
    const git = await gitOf({ repository, context });
    const found = await git.resolve({ expression: wanted });
    const path = wanted.includes(':')
      ? wanted.slice(wanted.indexOf(':') + 1).replace(/\/+$/, '')
      : '';
    if (!found) return null;
    return found.type === 'tree'
      ? source.tree(repository, found.sha, path)
      : gitObject({ repository, ...found });
  },
  defaultBranchRef: ({ repository }, _args, context) =>
    refByName({
      repository,
      name: `refs/heads/${repository.defaultBranch}`,
      context,
    }),
  ref({ repository }, { qualifiedName }, context) {
    demandContents({ repository, context });
    return refByName({ repository, name: qualifiedName, context });
  },
  refs({ repository }, args, context) {
    demandContents({ repository, context });
    return refConnection({ repository, args, context });
  },
  submodules: (_source, args) =>
    connection({ rows: [], args, key: () => 0, node: () => null }),
  async languages({ repository }, args, context) {
    const facts = await factsOf({ repository, context });
    const rows = Object.entries(facts?.languages ?? {});
    return connection({
      rows: sorted({
        rows,
        orderBy: args.orderBy,
        by: { SIZE: ([, size]) => size },
      }),
      args,
      key: ([name]) => name,
      node: ([name]) => source.language(name),
      edge: ([, size]) => ({ size }),
      more: { totalSize: rows.reduce((sum, [, size]) => sum + size, 0) },
    });
  },
  async primaryLanguage({ repository }, _args, context) {
    const facts = await factsOf({ repository, context });
    const [name] = Object.keys(facts?.languages ?? {});
    return name ? source.language(name) : null;
  },
  async licenseInfo({ repository }, _args, context) {
    const key =
      repository.licenseKey ??
      (await factsOf({ repository, context }))?.licenceKey ??
      null;
    return key === null ? null : source.license(key);
  },
  codeOfConduct: () => null,
  contributingGuidelines: () => null,
  codeowners: ({ repository }, { refName }, context) =>
    codeownersOf({ repository, refName, context }),
  latestRelease({ repository }, _args, { sandbox }) {
    const release = latestRelease({ sandbox, repository });
    return release ? source.release(release) : null;
  },
  release({ repository }, { tagName }, context) {
    const release = releasesOf(repository, context).find(
      candidate => candidate.tagName === tagName,
    );
    return release ? source.release(release) : null;
  },
  releases({ repository }, args, context) {
    return connection({
      rows: sorted({
        rows: releasesOf(repository, context),
        orderBy: args.orderBy ?? { field: 'CREATED_AT', direction: 'DESC' },
        by: { CREATED_AT: row => row.createdAt, NAME: row => row.tagName },
      }),
      args,
      key: ({ id }) => id,
      node: source.release,
    });
  },
};

/** Drafts are for those who can push. */
function releasesOf(
  repository: RepositorySource['repository'],
  context: GraphqlContext,
) {
  demandContents({ repository, context });
  const mayPush = canWrite({ repositoryId: repository.id, context });
  return context.sandbox.state.releases
    .by('repository', repository.id)
    .filter(({ draft }) => !draft || mayPush);
}
