import type { Milestone } from '../../core/state';
import { closeIssue } from '../../issues/changes/closeIssue';
import { reopenIssue } from '../../issues/changes/reopenIssue';
import { setAssignees } from '../../issues/changes/setAssignees';
import { setLabels } from '../../issues/changes/setLabels';
import { addComment } from '../../issues/comments/addComment';
import { createIssue } from '../../issues/createIssue';
import { labelsOf } from '../../issues/labels/labelsOf';
import { updateIssue } from '../../issues/updateIssue';
import { canWrite } from '../resolvers/conversations/commentFields';
import { source } from '../sources/source';
import { mutation, problemsOf, unprocessable } from './mutation';
import { demandChange, demandIssueChange } from './demandChange';
import type { MutationCall } from './mutation';
import {
  issueTarget,
  labelNames,
  nodeOf,
  repositoryTarget,
  userLogins,
} from './targets';

/** The mutations of issues, and what pull requests have of them. https://docs.github.com/graphql/reference/mutations#createissue */
export const issueMutations = {
  createIssue: mutation(call => {
    const { input, actor, context } = call;
    const repository = repositoryTarget({ call, id: input.repositoryId });
    demandChange({ call, repository, permission: 'issues' });
    // Only who can push says what an issue is and whose; GitHub leaves it out otherwise.
    const mayPush = canWrite({ repositoryId: repository.id, context });
    const made = createIssue({
      sandbox: context.sandbox,
      repository,
      actor,
      title: input.title,
      body: input.body ?? null,
      ...(mayPush && {
        labels: labelNames({ call, ids: input.labelIds ?? [] }),
        assignees: userLogins({ call, ids: input.assigneeIds ?? [] }),
        milestone: milestoneNumber(call, input.milestoneId),
      }),
    });
    if (made.outcome === 'issuesOff') {
      throw unprocessable('Issues has been disabled in this repository.');
    }
    if (made.outcome === 'invalid') throw problemsOf(made.problems);
    return { issue: source.issue(made.issue) };
  }),
  updateIssue: mutation(call => {
    const { input } = call;
    const target = issueTarget({ call, id: input.id });
    demandIssueChange({ call, ...target, role: 'triage' });
    const done = updateIssue({
      ...common(call),
      ...target,
      fields: {
        ...(typeof input.title === 'string' && { title: input.title }),
        ...(typeof input.body === 'string' && { body: input.body }),
        ...(input.state && { state: input.state.toLowerCase() }),
        ...(input.labelIds && {
          labels: labelNames({ call, ids: input.labelIds }),
        }),
        ...(input.assigneeIds && {
          assignees: userLogins({ call, ids: input.assigneeIds }),
        }),
        ...(input.milestoneId !== undefined && {
          milestone: milestoneNumber(call, input.milestoneId),
        }),
      },
    });
    if (done.outcome === 'invalid') throw problemsOf(done.problems);
    return {
      issue: source.issue(target.issue),
      actor: source.account(call.actor),
    };
  }),
  closeIssue: mutation(call => {
    const target = issueTarget({ call, id: call.input.issueId });
    demandIssueChange({ call, ...target, role: 'triage' });
    closeIssue({
      ...common(call),
      ...target,
      reason: call.input.stateReason?.toLowerCase(),
    });
    return { issue: source.issue(target.issue) };
  }),
  reopenIssue: mutation(call => {
    const target = issueTarget({ call, id: call.input.issueId });
    demandIssueChange({ call, ...target, role: 'triage' });
    reopenIssue({ ...common(call), ...target });
    return { issue: source.issue(target.issue) };
  }),
  addComment: mutation(call => {
    const { input, context } = call;
    const target = issueTarget({ call, id: input.subjectId, pulls: true });
    demandChange({
      call,
      ...target,
      permission: target.issue.pull ? 'pull_requests' : 'issues',
    });
    const made = addComment({
      ...common(call),
      ...target,
      body: input.body,
      mayWrite: canWrite({ repositoryId: target.repository.id, context }),
    });
    if (made.outcome === 'locked') {
      throw unprocessable('Unable to create comment because issue is locked.');
    }
    if (made.outcome === 'invalid') throw problemsOf(made.problems);
    const edge = { cursor: '', node: source.comment(made.comment) };
    return {
      subject: source.issue(target.issue),
      commentEdge: edge,
      timelineEdge: edge,
    };
  }),
  addLabelsToLabelable: mutation(call => {
    const { target, before } = labelled(call);
    setLabels({
      ...target,
      names: [...before, ...labelNames({ call, ids: call.input.labelIds })],
    });
    return { labelable: source.issue(target.issue) };
  }),
  removeLabelsFromLabelable: mutation(call => {
    const { target, before } = labelled(call);
    const gone = labelNames({ call, ids: call.input.labelIds });
    setLabels({
      ...target,
      names: before.filter(name => !gone.includes(name)),
    });
    return { labelable: source.issue(target.issue) };
  }),
  addAssigneesToAssignable: mutation(call => {
    const { sandbox } = call.context;
    const target = issueTarget({
      call,
      id: call.input.assignableId,
      pulls: true,
    });
    demandIssueChange({ call, ...target, role: 'triage' });
    const before = target.issue.assigneeIds.flatMap(
      id => sandbox.state.users.get(id)?.login ?? [],
    );
    setAssignees({
      ...common(call),
      ...target,
      logins: [...before, ...userLogins({ call, ids: call.input.assigneeIds })],
    });
    return { assignable: source.issue(target.issue) };
  }),
};

function common({ context, actor }: MutationCall) {
  return { sandbox: context.sandbox, actor };
}

function labelled(call: MutationCall) {
  const target = issueTarget({ call, id: call.input.labelableId, pulls: true });
  demandChange({
    call,
    ...target,
    permission: target.issue.pull ? 'pull_requests' : 'issues',
    role: 'triage',
  });
  const { sandbox } = call.context;
  return {
    target: { ...common(call), ...target },
    before: labelsOf({ sandbox, issue: target.issue }).map(({ name }) => name),
  };
}

function milestoneNumber(
  call: MutationCall,
  id: string | null | undefined,
): number | null {
  if (!id) return null;
  const { milestone } = nodeOf({
    id,
    types: ['Milestone'],
    context: call.context,
  });
  return (milestone as Milestone).number;
}
