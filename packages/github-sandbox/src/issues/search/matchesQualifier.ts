import { statusCheckRollupOf } from '../../checks/statusCheckRollupOf';
import { findAccount } from '../../core/names/findAccount';
import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Repository, User } from '../../core/state';
import { reviewDecisionOf } from '../../pulls/protection/reviewDecisionOf';
import { isPullRequest } from '../../pulls/PullRequest';
import { fullNameOf } from '../../repositories/fullNameOf';
import { findMilestone } from '../milestones/findMilestone';
import { labelsOf } from '../labels/labelsOf';
import { matchesRange } from '../../search/matchesRange';
import { isKind } from './isKind';
import { peopleOf } from './peopleOf';

export interface Candidate {
  sandbox: Sandbox;
  repository: Repository;
  issue: Issue;
  /** Who `@me` is. */
  me: User | undefined;
}

/** Whether an issue has what a qualifier asks for. Undefined: GitHub knows no such qualifier, so that it is a word. */
export function matchesQualifier(
  options: Candidate & { name: string; value: string },
): boolean | undefined {
  const { sandbox, repository, issue, me, name, value } = options;
  const { pull } = issue;
  const login = value === '@me' ? me?.login ?? '' : value.replace(/^@/, '');
  const id = () => findAccount({ sandbox, login })?.id;
  const is = (other: string | null | undefined) =>
    other?.toLowerCase() === value.toLowerCase();
  const comments = () => sandbox.state.comments.by('issue', issue.id);

  switch (name) {
    case 'repo':
      return is(fullNameOf({ sandbox, repository }));
    case 'org':
    case 'user':
      return repository.ownerId === id();
    case 'is':
    case 'state':
    case 'type':
      return isKind({ repository, issue, kind: value.toLowerCase() });
    case 'author':
      return issue.authorId === id();
    case 'assignee':
      return value === '*'
        ? issue.assigneeIds.length > 0
        : issue.assigneeIds.includes(id() ?? -1);
    case 'commenter':
    case 'mentions':
    case 'involves':
    case 'reviewed-by':
    case 'review-requested':
    case 'user-review-requested':
      return peopleOf({ sandbox, issue, relation: name }).has(id() ?? -1);
    case 'team-review-requested':
      return Boolean(
        pull?.requestedTeamIds.some(teamId => {
          const team = sandbox.state.teams.get(teamId);
          return team?.slug === value.split('/').at(-1)?.toLowerCase();
        }),
      );
    case 'label': {
      const wanted = value.toLowerCase().split(',');
      return labelsOf({ sandbox, issue }).some(label =>
        wanted.includes(label.name.toLowerCase()),
      );
    }
    case 'milestone':
      return (
        issue.milestoneId !== null &&
        (value === '*' ||
          is(sandbox.state.milestones.get(issue.milestoneId)?.title) ||
          findMilestone({ sandbox, repository, number: Number(value) })?.id ===
            issue.milestoneId)
      );
    case 'head':
      return Boolean(pull?.head.ref.startsWith(value));
    case 'base':
      return pull?.base.ref === value;
    case 'draft':
      return pull?.draft === (value === 'true');
    case 'archived':
      return repository.archived === (value === 'true');
    case 'reason':
      return is(issue.stateReason?.replace('_', ' '));
    case 'status': {
      const sha = pull?.head.sha;
      const rollup = sha && statusCheckRollupOf({ sandbox, repository, sha });
      return is(rollup ? rollup.state : undefined);
    }
    case 'review': {
      const decision = isPullRequest(issue)
        ? reviewDecisionOf({ sandbox, repository, issue }).decision
        : null;
      const words: Record<string, string> = {
        APPROVED: 'approved',
        CHANGES_REQUESTED: 'changes_requested',
        REVIEW_REQUIRED: 'required',
      };
      return is(decision ? words[decision] : 'none');
    }
    case 'no':
      return (
        (is('label') && issue.labelIds.length === 0) ||
        (is('assignee') && issue.assigneeIds.length === 0) ||
        (is('milestone') && issue.milestoneId === null)
      );
    case 'created':
      return matchesRange({ range: value, actual: issue.createdAt });
    case 'updated':
      return matchesRange({ range: value, actual: issue.updatedAt });
    case 'closed':
      return matchesRange({ range: value, actual: issue.closedAt });
    case 'merged':
      return matchesRange({ range: value, actual: pull?.mergedAt ?? null });
    case 'comments':
      return matchesRange({ range: value, actual: comments().length });
    default:
      return undefined;
  }
}
