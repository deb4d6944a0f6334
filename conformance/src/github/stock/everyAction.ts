import { generateKeyPairSync } from 'node:crypto';

const NAME = '${{ parameters.name }}';
const AS_PERSON = '${{ secrets.USER_OAUTH_TOKEN }}';

/**
 * The steps of a template that uses every action of the scaffolder's GitHub module. Those that an App may do are done by the App; what only
 * a person may do (subscriptions, forks) with the token of one.
 */
export function everyAction(options: { host: string }): object[] {
  const { host } = options;
  const url = (suffix = '') => `${host}?owner=acme&repo=${NAME}${suffix}`;
  const step = (id: string, action: string, input: object) => ({
    ...{ id, name: id, action, input },
  });
  return [
    step('fetch', 'fetch:template', {
      url: './skeleton',
      targetPath: './service',
      values: { name: NAME },
    }),
    step('publish', 'publish:github', {
      repoUrl: url(),
      token: AS_PERSON,
      sourcePath: './service',
      description: 'Made by a template',
      homepage: 'https://acme.example',
      repoVisibility: 'public',
      defaultBranch: 'main',
      access: 'acme/web',
      collaborators: [
        { user: 'oscar', access: 'triage' },
        { team: 'frontend', access: 'triage' },
      ],
      topics: ['Service', 'made-by-template'],
      hasWiki: false,
      deleteBranchOnMerge: true,
      allowMergeCommit: false,
      squashMergeCommitTitle: 'PR_TITLE',
      gitCommitMessage: 'Begin',
      gitAuthorName: 'Olivia',
      gitAuthorEmail: 'olivia@acme.example',
      requiredStatusCheckContexts: ['build'],
      requiredApprovingReviewCount: 2,
      requireCodeOwnerReviews: true,
      dismissStaleReviews: true,
      requiredConversationResolution: true,
      requiredCommitSigning: true,
      requiredLinearHistory: true,
      restrictions: { users: ['olivia'], teams: ['web'] },
      bypassPullRequestAllowances: { users: ['olivia'] },
      repoVariables: { REGION: 'north' },
      secrets: { PASSWORD: 'correct horse' },
      oidcCustomization: {
        useDefault: false,
        includeClaimKeys: ['repo', 'context'],
      },
      customProperties: { tier: 'gold' },
      subscribe: true,
    }),
    step('create', 'github:repo:create', {
      repoUrl: url('-infra'),
      repoVisibility: 'private',
      workflowAccess: 'organization',
      topics: ['infrastructure'],
    }),
    step('change', 'fetch:plain', {
      url: './change',
      targetPath: './change',
    }),
    step('push', 'github:repo:push', {
      repoUrl: url('-infra'),
      sourcePath: './change',
      defaultBranch: 'main',
      protectDefaultBranch: false,
    }),
    step('protect', 'github:branch-protection:create', {
      repoUrl: url('-infra'),
      branch: 'main',
      requiredApprovingReviewCount: 1,
      requiredStatusCheckContexts: ['plan'],
      blockCreations: true,
    }),
    step('own', 'github:repo:create', {
      repoUrl: `${host}?owner=olivia&repo=${NAME}-own`,
      token: AS_PERSON,
      repoVisibility: 'public',
      autoInit: true,
    }),
    step('hook', 'github:webhook', {
      repoUrl: url(),
      webhookUrl: '${{ parameters.webhookUrl }}',
      webhookSecret: '${{ secrets.WEBHOOK_SECRET }}',
      events: ['issues', 'pull_request'],
      contentType: 'json',
    }),
    step('issue', 'github:issues:create', {
      repoUrl: url(),
      title: 'Write the documentation',
      body: 'It is empty.',
      assignees: ['mel'],
      labels: ['documentation'],
    }),
    step('label', 'github:issues:label', {
      repoUrl: url(),
      number: '${{ steps.issue.output.issueNumber }}',
      labels: ['good first issue', 'new-label'],
    }),
    step('dispatch', 'github:actions:dispatch', {
      repoUrl: url(),
      workflowId: 'build.yaml',
      branchOrTagName: 'main',
      workflowInputs: { target: 'docs' },
      returnWorkflowRunDetails: true,
    }),
    step('autolink', 'github:autolinks:create', {
      repoUrl: url(),
      keyPrefix: 'ACME-',
      urlTemplate: 'https://tickets.acme.example/<num>',
      isAlphanumeric: false,
    }),
    step('deploy-key', 'github:deployKey:create', {
      repoUrl: url(),
      publicKey: sshKey(),
      privateKey: 'a private key',
      deployKeyName: 'deploy bot',
    }),
    step('environment', 'github:environment:create', {
      repoUrl: url(),
      name: 'production',
      deploymentBranchPolicy: {
        protected_branches: false,
        custom_branch_policies: true,
      },
      customBranchPolicyNames: ['main', 'release/*'],
      customTagPolicyNames: ['v*'],
      environmentVariables: { STAGE: 'production' },
      secrets: { API_KEY: 'open sesame' },
      waitTimer: 5,
      preventSelfReview: true,
      reviewers: ['user:default/mel', 'group:default/web'],
    }),
    step('pages', 'github:pages:enable', {
      repoUrl: url(),
      buildType: 'legacy',
      sourceBranch: 'main',
      sourcePath: '/',
    }),
    step('pull', 'publish:github:pull-request', {
      repoUrl: url(),
      branchName: 'add-changelog',
      title: 'Add a changelog',
      description: 'So that changes can be told.',
      sourcePath: './change',
      targetPath: 'docs',
      reviewers: ['mel'],
      teamReviewers: ['web'],
      assignees: ['mel'],
      update: true,
    }),
    step('pull-again', 'publish:github:pull-request', {
      repoUrl: url(),
      branchName: 'add-changelog',
      title: 'Add a changelog and drop the readme',
      description: 'Both.',
      sourcePath: './change',
      filesToDelete: ['README.md'],
      update: true,
    }),
    step('pull-from-fork', 'publish:github:pull-request', {
      repoUrl: url(),
      token: '${{ secrets.OUTSIDER_TOKEN }}',
      branchName: 'from-outside',
      title: 'Something from outside',
      description: 'From a fork.',
      draft: true,
      sourcePath: './change',
      forceFork: true,
    }),
  ];
}

/** A public key as `ssh-keygen` writes it. */
function sshKey(): string {
  const { publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const field = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const key = Buffer.concat([field(Buffer.from('ssh-ed25519')), field(raw)]);
  return `ssh-ed25519 ${key.toString('base64')}`;
}
