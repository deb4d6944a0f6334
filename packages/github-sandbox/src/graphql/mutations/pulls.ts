import { accountById } from '../../core/names/accountById';
import { closeIssue } from '../../issues/changes/closeIssue';
import {
  disableAutoMerge,
  enableAutoMerge,
} from '../../pulls/changes/autoMerge';
import { reopenPull } from '../../pulls/changes/reopenPull';
import { setDraft } from '../../pulls/changes/setDraft';
import { updateBranch } from '../../pulls/changes/updateBranch';
import { createPull } from '../../pulls/createPull';
import { mergePull } from '../../pulls/merge/mergePull';
import { source } from '../sources/source';
import { mutation, problemsOf, unprocessable } from './mutation';
import { demandChange, demandIssueChange } from './demandChange';
import type { MutationCall } from './mutation';
import { pullTarget, repositoryTarget } from './targets';

/** The mutations of pull requests. https://docs.github.com/graphql/reference/mutations#createpullrequest */
export const pullMutations = {
  createPullRequest: mutation(async call => {
    const { input, actor, context } = call;
    const { sandbox } = context;
    const repository = repositoryTarget({ call, id: input.repositoryId });
    demandChange({ call, repository, permission: 'pull_requests' });
    const from = input.headRepositoryId
      ? repositoryTarget({ call, id: input.headRepositoryId })
      : repository;
    const owner = accountById({ sandbox, id: from.ownerId })!;
    const branch = (name: string) => name.replace(/^refs\/heads\//, '');
    const made = await createPull({
      sandbox,
      repository,
      actor,
      title: input.title,
      body: input.body ?? null,
      head: input.headRefName.includes(':')
        ? input.headRefName
        : `${owner.login}:${branch(input.headRefName)}`,
      ...(input.headRepositoryId && { headRepository: from.name }),
      base: branch(input.baseRefName),
      draft: input.draft ?? false,
      maintainerCanModify: input.maintainerCanModify ?? true,
    });
    if (made.outcome === 'invalid') throw problemsOf(made.problems);
    return { pullRequest: source.issue(made.issue) };
  }),
  closePullRequest: mutation(call => {
    const change = changeOf(call, 'triage');
    closeIssue(change);
    return payload(change);
  }),
  reopenPullRequest: mutation(async call => {
    const change = changeOf(call, 'triage');
    const done = await reopenPull(change);
    if (done.outcome === 'invalid') throw problemsOf(done.problems);
    return payload(change);
  }),
  mergePullRequest: mutation(async call => {
    const { input } = call;
    const target = pullTarget({ call, id: input.pullRequestId });
    demandChange({ call, ...target, permission: 'contents', role: 'push' });
    const change = { ...target, ...common(call) };
    const done = await mergePull({
      ...change,
      method: methodOf(input.mergeMethod),
      ...(input.expectedHeadOid && { sha: input.expectedHeadOid }),
      ...(input.commitHeadline && { commitTitle: input.commitHeadline }),
      ...(typeof input.commitBody === 'string' && {
        commitMessage: input.commitBody,
      }),
    });
    if (done.outcome === 'headMoved') {
      throw unprocessable(
        'Head branch was modified. Review and try the merge again.',
      );
    }
    if (done.outcome === 'notMergeable') throw unprocessable(done.message);
    return { ...payload(change), actor: source.account(call.actor) };
  }),
  enablePullRequestAutoMerge: mutation(async call => {
    const { input } = call;
    const target = pullTarget({ call, id: input.pullRequestId });
    demandChange({ call, ...target, permission: 'contents', role: 'push' });
    const change = { ...target, ...common(call) };
    if (
      input.expectedHeadOid &&
      input.expectedHeadOid !== target.issue.pull.head.sha
    ) {
      throw unprocessable(
        'Head branch was modified. Review and try the merge again.',
      );
    }
    const done = await enableAutoMerge({
      ...change,
      method: methodOf(input.mergeMethod),
      ...(input.commitHeadline && { commitTitle: input.commitHeadline }),
      ...(input.commitBody && { commitMessage: input.commitBody }),
    });
    if (done.outcome === 'refused') throw unprocessable(done.message);
    return { ...payload(change), actor: source.account(call.actor) };
  }),
  disablePullRequestAutoMerge: mutation(call => {
    const target = pullTarget({ call, id: call.input.pullRequestId });
    demandChange({ call, ...target, permission: 'contents', role: 'push' });
    const change = { ...target, ...common(call) };
    if (!disableAutoMerge(change)) {
      throw unprocessable("Can't disable auto-merge for this pull request.");
    }
    return { ...payload(change), actor: source.account(call.actor) };
  }),
  convertPullRequestToDraft: mutation(async call => {
    const change = changeOf(call, 'push');
    await setDraft({ ...change, draft: true });
    return payload(change);
  }),
  markPullRequestReadyForReview: mutation(async call => {
    const change = changeOf(call, 'push');
    await setDraft({ ...change, draft: false });
    return payload(change);
  }),
  updatePullRequestBranch: mutation(async call => {
    const change = changeOf(call, 'push');
    const done = await updateBranch({
      ...change,
      ...(call.input.expectedHeadOid && {
        expectedHead: call.input.expectedHeadOid,
      }),
    });
    if (done.outcome === 'invalid') throw unprocessable(done.message);
    return payload(change);
  }),
};

function common({ context, actor }: MutationCall) {
  return { sandbox: context.sandbox, actor };
}

/** What is done to the pull request of an input, by its author or somebody with the role. */
function changeOf(call: MutationCall, role: 'triage' | 'push') {
  const target = pullTarget({ call, id: call.input.pullRequestId });
  demandIssueChange({ call, ...target, role });
  return { ...target, ...common(call) };
}

function payload({ issue }: ReturnType<typeof changeOf>) {
  return { pullRequest: source.issue(issue) };
}

function methodOf(method: string | null | undefined) {
  return (method ?? 'MERGE').toLowerCase() as 'merge' | 'squash' | 'rebase';
}
