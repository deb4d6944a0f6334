import type { Issue } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { presentReview } from '../../pulls/present/presentReview';
import { isPullRequest } from '../../pulls/PullRequest';
import { pullsUpToDate } from '../../pulls/sync/syncQueue';
import { presentRepository } from '../../repositories/present/presentRepository';
import { presentCommit } from '../../repositories/commits/presentCommit';
import { issueOf } from '../calls';
import { crossReferencesOf } from '../events/crossReferencesOf';
import type { CrossReference } from '../events/crossReferencesOf';
import { timelineOf } from '../events/timelineOf';
import type { TimelineItem } from '../events/timelineOf';
import { conversationAccess } from '../issueAccess';
import { presentComment } from '../present/presentComment';
import { presentIssue } from '../present/presentIssue';
import { presentIssueEvent } from '../present/presentIssueEvent';
import { presentPerson } from '../present/presentPerson';

/** https://docs.github.com/rest/issues/timeline */
export const listTimeline: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline',
  on: 'repository',
  access: conversationAccess('read'),
  async handle(call) {
    await pullsUpToDate(call.sandbox);
    const issue = issueOf(call);
    const items: Item[] = [
      ...(await timelineOf({ ...call, issue })),
      ...crossReferencesOf({ ...call, issue }).map(reference => ({
        kind: 'reference' as const,
        ...reference,
      })),
    ];
    const { rows, total } = paginate({
      call,
      rows: items.sort((a, b) => a.at.localeCompare(b.at)),
    });
    return { body: rows.flatMap(item => present(call, issue, item)), total };
  },
};

type Item = TimelineItem | ({ kind: 'reference' } & CrossReference);

function present(call: RepositoryCall, issue: Issue, item: Item): object[] {
  switch (item.kind) {
    case 'reference':
      return [
        {
          event: 'cross-referenced',
          actor: presentPerson({ ...call, id: item.actorId }),
          created_at: item.at,
          updated_at: item.at,
          source: {
            type: 'issue',
            issue: {
              ...presentIssue({ ...call, issue: item.source }),
              repository: presentRepository(call),
            },
          },
        },
      ];
    case 'event':
      return [presentIssueEvent({ ...call, event: item.event })];
    case 'comment': {
      const comment = presentComment({
        ...call,
        issue,
        comment: item.comment,
      });
      return [{ ...comment, actor: comment.user, event: 'commented' }];
    }
    case 'review':
      return isPullRequest(issue)
        ? [
            {
              ...presentReview({ ...call, issue, review: item.review }),
              state: item.review.state.toLowerCase(),
              event: 'reviewed',
            },
          ]
        : [];
    default: {
      const { sha, node_id, html_url, parents, commit } = presentCommit({
        ...call,
        commit: item.commit,
      });
      const { author, committer, message, tree, url, verification } = commit;
      return [
        {
          event: 'committed',
          sha,
          node_id,
          html_url,
          parents,
          author,
          committer,
          message,
          tree,
          url,
          verification,
        },
      ];
    }
  }
}
