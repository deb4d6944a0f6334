import { nodeId } from '../../../core/nodeId';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import { labelsOf } from '../../../issues/labels/labelsOf';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { timelineConnection } from '../timeline/timelineConnection';
import { located } from '../shared/located';
import { plainHtml } from '../shared/plainHtml';
import { canWrite, commentFields } from './commentFields';
import { issuePath } from './issuePath';
import { participantsOf } from './participantsOf';

type IssueSource = Source<'issue'>;

/** What issues and pull requests have in common. */
export const issueFields: Resolvers<IssueSource> = {
  ...commentFields<IssueSource>(({ issue }) => ({
    ...issue,
    id: issue.pull?.id ?? issue.id,
    subject: { kind: 'issue', id: issue.id },
  })),
  ...located<IssueSource>(({ issue }, context) =>
    issuePath({ issue, context }),
  ),
  id: ({ issue }) =>
    nodeId({
      type: issue.pull ? 'PullRequest' : 'Issue',
      id: issue.pull?.id ?? issue.id,
    }),
  number: ({ issue }) => issue.number,
  title: ({ issue }) => issue.title,
  titleHTML: ({ issue }) => plainHtml(issue.title).replace(/<\/?p[^>]*>/g, ''),
  closed: ({ issue }) => issue.state === 'closed',
  closedAt: ({ issue }) => issue.closedAt,
  locked: ({ issue }) => issue.locked,
  activeLockReason: ({ issue }) =>
    issue.lockReason?.toUpperCase().replace(/[ -]/g, '_') ?? null,
  milestone({ issue }, _args, { sandbox }) {
    const milestone = sandbox.state.milestones.get(issue.milestoneId ?? 0);
    return milestone ? source.milestone(milestone) : null;
  },
  assignees: ({ issue }, args, { sandbox }) =>
    connection({
      rows: issue.assigneeIds.flatMap(id => sandbox.state.users.get(id) ?? []),
      args,
      key: ({ id }) => id,
      node: source.user,
    }),
  labels: ({ issue }, args, { sandbox }) =>
    connection({
      rows: sorted({
        rows: labelsOf({ sandbox, issue }),
        orderBy: args.orderBy,
        by: { NAME: row => row.name.toLowerCase(), CREATED_AT: row => row.id },
      }),
      args,
      key: ({ id }) => id,
      node: source.label,
    }),
  comments: ({ issue }, args, { sandbox }) =>
    connection({
      rows: sorted({
        rows: sandbox.state.comments.by('issue', issue.id),
        orderBy: args.orderBy,
        by: { UPDATED_AT: row => row.updatedAt },
      }),
      args,
      key: ({ id }) => id,
      node: source.comment,
    }),
  participants: ({ issue }, args, context) =>
    connection({
      rows: participantsOf({ issue, context }),
      args,
      key: ({ id }) => id,
      node: source.user,
    }),
  timelineItems: ({ issue }, args, context) =>
    timelineConnection({ issue, args, context }),
  isReadByViewer: () => null,
  viewerCanClose: ({ issue }, _args, context) => mayManage(issue, context),
  viewerCanReopen: ({ issue }, _args, context) => mayManage(issue, context),
  viewerCanLabel: ({ issue }, _args, context) =>
    canWrite({ repositoryId: issue.repositoryId, context }),
  viewerCanSubscribe: () => true,
  viewerSubscription: () => 'UNSUBSCRIBED',
};

function mayManage(issue: IssueSource['issue'], context: GraphqlContext) {
  return (
    canWrite({ repositoryId: issue.repositoryId, context }) ||
    (context.viewer.kind === 'user' &&
      issue.authorId === context.viewer.user.id)
  );
}
