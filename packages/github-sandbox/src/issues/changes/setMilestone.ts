import type { Milestone } from '../../core/state';
import { emitIssueChange } from '../events/emitIssueChange';
import type { IssueChange } from '../events/IssueChange';
import { payloadUrls } from '../events/payloadUrls';
import { recordIssueEvent } from '../events/recordIssueEvent';
import { findMilestone } from '../milestones/findMilestone';
import { presentMilestone } from '../present/presentMilestone';

/** Puts an issue or pull request into the milestone with this number, or with null into none. */
export function setMilestone(
  options: IssueChange & { number: number | null },
): void {
  const { sandbox, repository, issue, number } = options;
  const before =
    issue.milestoneId === null
      ? undefined
      : sandbox.state.milestones.get(issue.milestoneId);
  const after =
    number === null ? undefined : findMilestone({ ...options, number });
  if (before === after) return;
  issue.milestoneId = after?.id ?? null;

  const tell = (milestone: Milestone, event: string) => {
    recordIssueEvent({
      ...options,
      event,
      detail: { milestone: { title: milestone.title } },
    });
    emitIssueChange({
      ...options,
      action: event,
      extra: {
        milestone: presentMilestone({
          sandbox,
          urls: payloadUrls(sandbox),
          repository,
          milestone,
        }),
      },
    });
  };
  if (before) tell(before, 'demilestoned');
  if (after) tell(after, 'milestoned');
}
