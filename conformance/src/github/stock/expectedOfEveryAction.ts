/** What is there once the template with every action has run, as `readMade` finds it. */
export const EXPECTED_OF_EVERY_ACTION = {
  repository: {
    description: 'Made by a template',
    homepage: 'https://acme.example',
    visibility: 'public',
    default_branch: 'main',
    topics: ['service', 'made-by-template'],
    has_wiki: false,
    has_pages: true,
    delete_branch_on_merge: true,
    allow_merge_commit: false,
    squash_merge_commit_title: 'PR_TITLE',
  },
  protection: {
    required_status_checks: { strict: true, contexts: ['build'] },
    enforce_admins: { enabled: true },
    required_pull_request_reviews: {
      required_approving_review_count: 2,
      require_code_owner_reviews: true,
      dismiss_stale_reviews: true,
      bypass_pull_request_allowances: { users: [{ login: 'olivia' }] },
    },
    restrictions: {
      users: [{ login: 'olivia' }],
      teams: [{ slug: 'web' }],
      apps: [],
    },
    required_conversation_resolution: { enabled: true },
    required_signatures: { enabled: true },
    required_linear_history: { enabled: true },
  },
  firstCommit: {
    message: 'Begin',
    author: { name: 'Olivia', email: 'olivia@acme.example' },
  },
  teams: { web: 'admin', frontend: 'triage' },
  collaborators: { oscar: 'triage' },
  variables: [{ name: 'REGION', value: 'north' }],
  secrets: {
    PASSWORD: 'correct horse',
    DEPLOY_BOT_PRIVATE_KEY: 'a private key',
  },
  subject: { use_default: false, include_claim_keys: ['repo', 'context'] },
  subscription: { subscribed: true, ignored: false },
  properties: [{ property_name: 'tier', value: 'gold' }],
  infrastructure: {
    repository: { visibility: 'private', topics: ['infrastructure'] },
    protection: {
      required_status_checks: { contexts: ['plan'] },
      required_pull_request_reviews: { required_approving_review_count: 1 },
      block_creations: { enabled: true },
    },
    access: { access_level: 'organization' },
  },
  hook: {
    active: true,
    events: ['issues', 'pull_request'],
    config: { content_type: 'json', insecure_ssl: '0' },
  },
  delivered: { ping: [202], issues: [202], pull_request: [202] },
  issue: {
    title: 'Write the documentation',
    assignees: ['mel'],
    labels: ['documentation', 'good first issue', 'new-label'],
    author: 'callboard[bot]',
  },
  dispatched: [
    {
      path: '.github/workflows/build.yaml',
      head_branch: 'main',
      actor: { login: 'callboard[bot]' },
    },
  ],
  autolinks: [
    {
      key_prefix: 'ACME-',
      url_template: 'https://tickets.acme.example/<num>',
      is_alphanumeric: false,
    },
  ],
  keys: [{ title: 'deploy bot', read_only: false }],
  environment: {
    deployment_branch_policy: {
      protected_branches: false,
      custom_branch_policies: true,
    },
    protection_rules: [
      { type: 'wait_timer', wait_timer: 5 },
      {
        type: 'required_reviewers',
        prevent_self_review: true,
        reviewers: [
          { type: 'User', reviewer: { login: 'mel' } },
          { type: 'Team', reviewer: { slug: 'web' } },
        ],
      },
      { type: 'branch_policy' },
    ],
  },
  policies: [
    ['branch', 'main'],
    ['branch', 'release/*'],
    ['tag', 'v*'],
  ],
  environmentVariables: [{ name: 'STAGE', value: 'production' }],
  environmentSecrets: { API_KEY: 'open sesame' },
  pages: { build_type: 'legacy', source: { branch: 'main', path: '/' } },
  pulls: [
    {
      title: 'Add a changelog and drop the readme',
      head: 'acme:add-changelog',
      draft: false,
      author: 'callboard[bot]',
      assignees: ['mel'],
      reviewers: ['mel'],
      teams: ['Web'],
    },
    {
      title: 'Something from outside',
      head: 'oscar:from-outside',
      draft: true,
      author: 'oscar',
      assignees: [],
      reviewers: [],
      teams: [],
    },
  ],
  pullFiles: [
    ['CHANGELOG.md', 'added'],
    ['README.md', 'removed'],
  ],
  fork: { fork: true, parent: { full_name: 'acme/made' } },
  own: { owner: { login: 'olivia' }, visibility: 'public', size: 1 },
};
