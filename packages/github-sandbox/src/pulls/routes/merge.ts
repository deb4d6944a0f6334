import { actorOf } from '../../access';
import { GitHubError, notFound } from '../../http/GitHubError';
import { notAMember } from '../../http/invalidRequest';
import type { Route } from '../../http/Route';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { updateBranch } from '../changes/updateBranch';
import { mergePull } from '../merge/mergePull';
import { pullAccess, pullOf } from '../pullOf';
import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';

const path = '/repos/{owner}/{repo}/pulls/{pull_number}/merge';
const METHODS = ['merge', 'squash', 'rebase'] as const;
const documentationUrl =
  'https://docs.github.com/rest/pulls/pulls#merge-a-pull-request';

/** Whether a pull request has been merged: 204 or 404. */
export const checkMerged: Route = {
  route: `GET ${path}`,
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const issue = await pullOf(call);
    if (!issue.pull.mergedAt) throw notFound();
    return { status: 204 };
  },
};

/** https://docs.github.com/rest/pulls/pulls#merge-a-pull-request */
export const mergeRoute: Route = {
  route: `PUT ${path}`,
  on: 'repository',
  access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
  async handle(call) {
    const { body } = call;
    const read = bodyReader(body);
    const issue = await pullOf(call);
    const method = body.merge_method ?? 'merge';
    if (!isOneOf(METHODS, method)) {
      throw notAMember({ value: method, members: METHODS });
    }
    const result = await mergePull({
      sandbox: call.sandbox,
      repository: call.repository,
      issue,
      actor: actorOf(call.viewer),
      method,
      sha: read.text('sha'),
      commitTitle: read.text('commit_title'),
      commitMessage: read.text('commit_message'),
    });
    if (result.outcome === 'headMoved') {
      throw new GitHubError({
        status: 409,
        message: 'Head branch was modified. Review and try the merge again.',
        documentationUrl,
      });
    }
    if (result.outcome === 'notMergeable') {
      throw new GitHubError({
        status: 405,
        message: result.message,
        documentationUrl,
      });
    }
    return {
      body: {
        sha: result.sha,
        merged: true,
        message: 'Pull Request successfully merged',
      },
    };
  },
};

/** https://docs.github.com/rest/pulls/pulls#update-a-pull-request-branch */
export const updateBranchRoute: Route = {
  route: 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch',
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const issue = await pullOf(call);
    const result = await updateBranch({
      sandbox: call.sandbox,
      repository: call.repository,
      issue,
      actor: actorOf(call.viewer),
      expectedHead: bodyReader(call.body).text('expected_head_sha'),
    });
    if (result.outcome === 'invalid') {
      throw new GitHubError({ status: 422, message: result.message });
    }
    return {
      status: 202,
      body: {
        message: 'Updating pull request branch.',
        url: `${repositoryAddress(call).html}/pull/${issue.number}`,
      },
    };
  },
};
