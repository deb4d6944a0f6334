import type { Issue } from '../../../core/state';
import { timelineOf } from '../../../issues/events/timelineOf';
import type { TimelineItem } from '../../../issues/events/timelineOf';
import { isPullRequest } from '../../../pulls/PullRequest';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import { pullCommit } from '../conversations/pullCommit';
import { repositoryById } from '../shared/repositoryById';
import { eventNode } from './eventNode';

/** What happened to an issue or pull request, oldest first. Events that the schema has no type for are left out. */
export async function timelineConnection(options: {
  issue: Issue;
  args: ConnectionArguments & {
    /** `LABELED_EVENT`, `ISSUE_COMMENT` … */
    itemTypes?: string[] | null;
    since?: string | null;
    skip?: number | null;
  };
  context: GraphqlContext;
}) {
  const { issue, args, context } = options;
  const repository = repositoryById({ id: issue.repositoryId, context });
  const items = await timelineOf({
    sandbox: context.sandbox,
    repository,
    issue,
  });
  const rows = items
    .filter(({ at }) => !args.since || at >= args.since)
    .flatMap(item => {
      const node = nodeOf({ item, issue, context });
      return node ? [{ key: keyOf(item), node }] : [];
    })
    .filter(
      ({ node }) =>
        !args.itemTypes || args.itemTypes.includes(constantOf(node.__typename)),
    )
    .slice(args.skip ?? 0);
  return connection({
    rows,
    args,
    key: ({ key }) => key,
    node: ({ node }) => node,
    more: {
      filteredCount: rows.length,
      pageCount: Math.min(rows.length, args.first ?? args.last ?? rows.length),
      updatedAt: issue.updatedAt,
    },
  });
}

function nodeOf(options: {
  item: TimelineItem;
  issue: Issue;
  context: GraphqlContext;
}): { __typename: string } | undefined {
  const { item, issue, context } = options;
  switch (item.kind) {
    case 'comment':
      return source.comment(item.comment);
    case 'review':
      return source.review(item.review);
    case 'commit':
      return isPullRequest(issue)
        ? pullCommit({ issue, sha: item.commit.sha, context })
        : undefined;
    default:
      return eventNode({ event: item.event, issue, context });
  }
}

function keyOf(item: TimelineItem): string | number {
  switch (item.kind) {
    case 'comment':
      return item.comment.id;
    case 'review':
      return item.review.id;
    case 'commit':
      return item.commit.sha;
    default:
      return item.event.id;
  }
}

/** `LabeledEvent` is `LABELED_EVENT`, `PullRequestCommit` is `PULL_REQUEST_COMMIT`. */
function constantOf(typeName: string): string {
  return typeName.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
