import { isoSeconds } from '../../../core/isoSeconds';
import type { FileDiff } from '../../../git';
import { connection } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { checkSuiteConnection } from '../checks/checkSuiteConnection';
import { rollupOf } from '../checks/rollupOf';
import { statusesOf } from '../checks/statusesOf';
import { pullsWithCommit } from '../conversations/pullsWithCommit';
import { deploymentConnection } from '../deployments/deploymentConnection';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { plainHtml } from '../shared/plainHtml';
import { repositoryPath } from '../shared/repositoryPath';
import { commitOf } from './commitOf';
import { commitTexts } from './commitTexts';
import { gitActor } from './gitActor';
import { gitObjectFields } from './gitObjectFields';
import { gitOf } from './gitOf';
import { gitSignature } from './gitSignature';
import { historyConnection } from './historyConnection';
import { treeEntry } from './treeEntry';

type CommitSource = Source<'commit'>;

/** https://docs.github.com/graphql/reference/objects#commit */
export const Commit: Resolvers<CommitSource> = {
  ...(gitObjectFields as Resolvers<CommitSource>),
  ...located<CommitSource>(
    ({ repository, sha }, context) =>
      `${repositoryPath({ repository, context })}/commit/${sha}`,
  ),
  message: async (commit, _args, context) =>
    (await commitOf({ ...commit, context })).message.trimEnd(),
  messageHeadline: async (commit, _args, context) =>
    commitTexts((await commitOf({ ...commit, context })).message).headline,
  messageBody: async (commit, _args, context) =>
    commitTexts((await commitOf({ ...commit, context })).message).body,
  messageHeadlineHTML: async (commit, _args, context) =>
    plainHtml(
      commitTexts((await commitOf({ ...commit, context })).message).headline,
    ),
  messageBodyHTML: async (commit, _args, context) =>
    plainHtml(
      commitTexts((await commitOf({ ...commit, context })).message).body,
    ),
  author: async (commit, _args, context) =>
    gitActor({
      signature: (await commitOf({ ...commit, context })).author,
      context,
    }),
  committer: async (commit, _args, context) =>
    gitActor({
      signature: (await commitOf({ ...commit, context })).committer,
      context,
    }),
  authors: async (commit, args, context) =>
    connection({
      rows: [(await commitOf({ ...commit, context })).author],
      args,
      key: ({ email }) => email,
      node: author => gitActor({ signature: author, context }),
    }),
  async authoredByCommitter(commit, _args, context) {
    const { author, committer } = await commitOf({ ...commit, context });
    return author.email === committer.email;
  },
  authoredDate: async (commit, _args, context) =>
    isoSeconds((await commitOf({ ...commit, context })).author.date),
  committedDate: async (commit, _args, context) =>
    isoSeconds((await commitOf({ ...commit, context })).committer.date),
  committedViaWeb: async (commit, _args, context) =>
    (await commitOf({ ...commit, context })).committer.email ===
    'noreply@github.com',
  pushedDate: () => null,
  onBehalfOf: () => null,
  signature: async (commit, _args, context) =>
    gitSignature({ commit: await commitOf({ ...commit, context }), context }),
  tree: async ({ repository, sha }, _args, context) =>
    source.tree(
      repository,
      (await commitOf({ repository, sha, context })).tree,
    ),
  treeUrl: ({ repository, sha }, _args, context) =>
    `${context.urls.html}${repositoryPath({
      repository,
      context,
    })}/tree/${sha}`,
  treeResourcePath: ({ repository, sha }, _args, context) =>
    `${repositoryPath({ repository, context })}/tree/${sha}`,
  tarballUrl: ({ repository, sha }, _args, context) =>
    `${context.urls.api}/repos${repositoryPath({
      repository,
      context,
    })}/tarball/${sha}`,
  zipballUrl: ({ repository, sha }, _args, context) =>
    `${context.urls.api}/repos${repositoryPath({
      repository,
      context,
    })}/zipball/${sha}`,
  parents: async ({ repository, sha }, args, context) =>
    connection({
      rows: (await commitOf({ repository, sha, context })).parents,
      args,
      key: parent => parent,
      node: parent => source.commit(repository, parent),
    }),
  history: ({ repository, sha }, args, context) =>
    historyConnection({ repository, sha, args, context }),
  async file({ repository, sha }, { path }, context) {
    const git = await gitOf({ repository, context });
    const entry = await git.entryAt({ commit: sha, path });
    return entry ? treeEntry({ repository, entry, path }) : null;
  },
  additions: async (commit, _args, context) =>
    sum(await diffOf(commit, context), 'additions'),
  deletions: async (commit, _args, context) =>
    sum(await diffOf(commit, context), 'deletions'),
  changedFiles: async (commit, _args, context) =>
    (await diffOf(commit, context)).length,
  changedFilesIfAvailable: async (commit, _args, context) =>
    (await diffOf(commit, context)).length,
  associatedPullRequests: ({ repository, sha }, args, context) =>
    pullsWithCommit({ repository, sha, args, context }),
  statusCheckRollup: ({ repository, sha }, _args, context) =>
    rollupOf({ repository, sha, context }),
  status: ({ repository, sha }, _args, context) =>
    statusesOf({ repository, sha, context }).length > 0
      ? source.status(repository, sha)
      : null,
  checkSuites: ({ repository, sha }, args, context) =>
    checkSuiteConnection({ repository, sha, args, context }),
  deployments: ({ repository, sha }, args, context) =>
    deploymentConnection({
      repository,
      args,
      context,
      accept: deployment => deployment.sha === sha,
    }),
  viewerCanSubscribe: () => false,
  viewerSubscription: () => null,
};

function diffOf(
  commit: CommitSource,
  context: GraphqlContext,
): Promise<FileDiff[]> {
  const { repository, sha } = commit;
  return context.once(`diff:${repository.id}:${sha}`, async () => {
    const git = await gitOf({ repository, context });
    const { parents } = await commitOf({ ...commit, context });
    return git.diff({ from: parents[0], to: sha });
  });
}

function sum(files: FileDiff[], field: 'additions' | 'deletions'): number {
  return files.reduce((total, file) => total + file[field], 0);
}
