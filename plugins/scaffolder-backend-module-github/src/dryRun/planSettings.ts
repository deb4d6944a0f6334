import { describeRequest } from '../calls/GithubCall';
import { protectionSteps } from '../publish/steps/protectionSteps';
import { planEnvironment } from './planEnvironment';
import { planPullRequest } from './planPullRequest';
import type { Planner } from './StepPlan';

/** A plan of one call, without outputs. */
const one =
  (route: string, more: (input: any) => Record<string, unknown>): Planner =>
  ({ target: { owner, repo }, input }) => ({
    calls: [describeRequest(route, { owner, repo, ...more(input) })],
    outputs: {},
  });

/** The plans of the actions that change a repository that is there, whose handlers are stock's. */
export const settingPlanners: Record<string, Planner> = {
  'publish:github:pull-request': planPullRequest,
  'github:environment:create': planEnvironment,
  'github:actions:dispatch': one(
    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    input => ({
      workflow_id: input.workflowId,
      ref: input.branchOrTagName,
      inputs: input.workflowInputs,
    }),
  ),
  'github:autolinks:create': one(
    'POST /repos/{owner}/{repo}/autolinks',
    input => ({
      key_prefix: input.keyPrefix,
      url_template: input.urlTemplate,
      is_alphanumeric: input.isAlphanumeric,
    }),
  ),
  'github:issues:label': one(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    input => ({ issue_number: input.number, labels: input.labels }),
  ),
  'github:webhook': one('POST /repos/{owner}/{repo}/hooks', input => ({
    config: {
      url: input.webhookUrl,
      content_type: input.contentType ?? 'form',
      insecure_ssl: input.insecureSsl ? '1' : '0',
    },
    events: input.events ?? ['push'],
    active: input.active ?? true,
  })),
  'github:pages:enable': one('POST /repos/{owner}/{repo}/pages', input => ({
    build_type: input.buildType ?? 'workflow',
    source: {
      branch: input.sourceBranch ?? 'main',
      path: input.sourcePath ?? '/',
    },
  })),
  'github:issues:create': ({ target, input }) => ({
    calls: [
      describeRequest('POST /repos/{owner}/{repo}/issues', {
        owner: target.owner,
        repo: target.repo,
        title: input.title,
        body: input.body,
        assignees: input.assignees,
        milestone: input.milestone,
        labels: input.labels,
      }),
    ],
    // As in stock, where the number of an issue that is not there is 42.
    outputs: { issueUrl: `${target.url}/issues/42`, issueNumber: 42 },
  }),
  'github:deployKey:create': ({ target: { owner, repo }, input }) => {
    const privateKeySecretName =
      input.privateKeySecretName ??
      `${String(input.deployKeyName)
        .split(' ')
        .join('_')
        .toUpperCase()}_PRIVATE_KEY`;
    return {
      calls: [
        describeRequest('POST /repos/{owner}/{repo}/keys', {
          owner,
          repo,
          title: input.deployKeyName,
          key: input.publicKey,
        }),
        describeRequest(
          'GET /repos/{owner}/{repo}/actions/secrets/public-key',
          { owner, repo },
        ),
        describeRequest(
          'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}',
          { owner, repo, secret_name: privateKeySecretName },
        ),
      ],
      outputs: { privateKeySecretName },
    };
  },
  'github:branch-protection:create': ({ target, input }) => {
    const { owner, repo } = target;
    const steps = protectionSteps({
      target,
      input: {
        ...input,
        protectDefaultBranch: true,
        protectEnforceAdmins: input.enforceAdmins,
        // GitHub's name for it is not known before it is asked.
        defaultBranch: input.branch ?? 'main',
      },
    });
    return {
      calls: [
        describeRequest('GET /repos/{owner}/{repo}', { owner, repo }),
        ...steps.map(({ call }) => call),
      ],
      outputs: {},
    };
  },
};
