import { linkedIssues } from '../../../pulls/merge/linkedIssues';
import type { Source } from '../../sources/source';
import { viewerRole } from '../repositories/viewerRole';
import type { Resolvers } from '../Resolvers';
import { repositoryById } from '../shared/repositoryById';
import { issueConnection } from './issueConnection';
import { issueFields } from './issueFields';
import { issuePath } from './issuePath';
import { pullConnection } from './pullConnection';

type IssueSource = Source<'issue'>;

/** https://docs.github.com/graphql/reference/objects#issue */
export const Issue: Resolvers<IssueSource> = {
  ...issueFields,
  state: ({ issue }) => issue.state.toUpperCase(),
  stateReason: ({ issue }) => issue.stateReason?.toUpperCase() ?? null,
  bodyUrl: (parent, _args, context) =>
    `${context.urls.html}${issuePath({
      issue: parent.issue,
      context,
    })}#issue-${parent.issue.id}`,
  bodyResourcePath: (parent, _args, context) =>
    `${issuePath({ issue: parent.issue, context })}#issue-${parent.issue.id}`,
  isPinned: () => false,
  viewerCanDelete: ({ issue }, _args, context) =>
    viewerRole({
      repository: repositoryById({ id: issue.repositoryId, context }),
      context,
    }) === 'admin',
  parent: () => null,
  subIssues: (_source, args, context) => none(args, context),
  trackedIssues: (_source, args, context) => none(args, context),
  trackedInIssues: (_source, args, context) => none(args, context),
  trackedIssuesCount: () => 0,
  subIssuesSummary: () => ({ total: 0, completed: 0, percentCompleted: 0 }),
  closedByPullRequestsReferences: ({ issue }, args, context) =>
    pullConnection({
      repositoryId: issue.repositoryId,
      args,
      context,
      accept: pull =>
        (args.includeClosedPrs ||
          pull.state === 'open' ||
          pull.pull.mergedAt !== null) &&
        linkedIssues({
          sandbox: context.sandbox,
          repository: repositoryById({ id: issue.repositoryId, context }),
          text: pull.body ?? '',
        }).some(one => one.issue === issue),
    }),
};

/** The sandbox has no issues within issues. */
function none(
  args: Parameters<typeof issueConnection>[0]['args'],
  context: Parameters<typeof issueConnection>[0]['context'],
) {
  return issueConnection({
    repositoryId: undefined,
    args,
    context,
    accept: () => false,
  });
}
