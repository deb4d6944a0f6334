import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { FileDiff } from '../../git';
import type { Urls } from '../../http/createUrls';
import { presentPerson } from '../../issues/present/presentPerson';
import { comparisonOf } from '../comparisonOf';
import { isRebaseable } from '../merge/isRebaseable';
import { mergeabilityOf } from '../merge/mergeabilityOf';
import type { PullRequest } from '../PullRequest';
import { presentPull } from './presentPull';

/** `pull-request` of GitHub's OpenAPI: one pull request with everything, also as webhooks carry it. Its numbers come from git. */
export async function presentFullPull(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  issue: PullRequest;
  viewer?: Viewer;
}) {
  const { sandbox, urls, issue } = options;
  const { pull } = issue;
  const { mergeable, state } = await mergeabilityOf(options);
  const comparison = await comparisonOf(options);
  const sum = (count: (file: FileDiff) => number) =>
    (comparison?.files ?? []).reduce((total, file) => total + count(file), 0);
  return {
    ...presentPull(options),
    merged: pull.mergedAt !== null,
    mergeable,
    rebaseable: mergeable && (await isRebaseable(options)),
    mergeable_state: state,
    merged_by: presentPerson({ sandbox, urls, id: pull.mergedById }),
    comments: sandbox.state.comments.by('issue', issue.id).length,
    review_comments: sandbox.state.reviewComments.by('issue', issue.id).length,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: comparison?.commits.length ?? 0,
    additions: sum(({ additions }) => additions),
    deletions: sum(({ deletions }) => deletions),
    changed_files: comparison?.files.length ?? 0,
  };
}
