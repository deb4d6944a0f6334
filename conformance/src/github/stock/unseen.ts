/** Listed routes that a backend does not ask for, by who does. */
const UNSEEN: Record<string, string[]> = {
  'the browser, for the pages of plugin github-actions': [
    'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
    'GET /repos/{owner}/{repo}/actions/runs',
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
    'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}',
    'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun',
  ],
  'the command backstage-cli create-github-app, and the browser that it opens':
    [
      'GET /apps/{app_slug}/installations/new',
      'GET /orgs/{org}',
      'POST /app-manifests/{code}/conversions',
      'POST /organizations/{org}/settings/apps/new',
    ],
  "Callboard's connections, which are no part of a stock backend; conformance/src/connections sees them":
    [
      'GET /app',
      'GET /app/hook/deliveries',
      'GET /orgs/{org}/repos',
      'GET /orgs/{org}/teams',
      'POST /app/hook/deliveries/{delivery_id}/attempts',
    ],
  "Callboard's own catalog from GitHub, which stock's takes the place of here; tests of plugins/github-backend see them":
    [
      'GET /app/hook/deliveries/{delivery_id}',
      'GET /meta',
      'GET /orgs/{org}/outside_collaborators',
      'GET /orgs/{org}/pre-receive-hooks',
    ],
  "Callboard's own builds, pull requests, insights and alerts of entities; tests of plugins/github-backend/src/activity see them":
    [
      'GET /repos/{owner}/{repo}/actions/jobs/{job_id}',
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}',
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
      'GET /repos/{owner}/{repo}/actions/workflows',
      'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      'GET /repos/{owner}/{repo}/code-scanning/alerts',
      'GET /repos/{owner}/{repo}/contributors',
      'GET /repos/{owner}/{repo}/dependabot/alerts',
      'GET /repos/{owner}/{repo}/readme',
      'GET /repos/{owner}/{repo}/secret-scanning/alerts',
      'POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun',
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel',
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs',
    ],
  "Callboard's own sign-in with GitHub, for who has not allowed an organisation to be read; its tests see it":
    ['GET /orgs/{org}/members'],
  "Callboard's own publishing, where a run was killed and what it has done is looked for; tests of plugins/scaffolder-backend-module-github see them":
    [
      'GET /repos/{owner}/{repo}/branches/{branch}',
      'GET /repos/{owner}/{repo}/hooks',
      'GET /repos/{owner}/{repo}/issues',
      'GET /repos/{owner}/{repo}/pulls',
      'PATCH /repos/{owner}/{repo}/actions/variables/{name}',
    ],
  'functions of @octokit/oauth-methods and passport-github2 that stock has installed and does not call':
    [
      'DELETE /applications/{client_id}/grant',
      'DELETE /applications/{client_id}/token',
      'GET /user/emails',
      'PATCH /applications/{client_id}/token',
      'POST /applications/{client_id}/token',
      'POST /applications/{client_id}/token/scoped',
      'POST /login/device/code',
    ],
  'the scaffolder, only after a network has cut a git push; and the browser, for catalog-import':
    [
      'GET /repos/{owner}/{repo}/git/ref/{ref}',
      'PUT /repos/{owner}/{repo}/contents/{path}',
    ],
  'git clone by actions of other modules; here git itself clones, as the test':
    ['git-upload-pack'],
};

export const UNSEEN_ROUTES = Object.values(UNSEEN).flat().sort();

/** Where the queries are defined that were not sent: the one that replaces a git push that the network has cut, and Callboard's own. */
export const UNSEEN_QUERIES = [
  // Of docs from wikis.
  'COMMIT_MUTATION',
  // Of our publishing, the same replacement.
  'COMMIT_ON_BRANCH',
  'CREATE_COMMIT_ON_BRANCH_MUTATION',
  // Of the connections, of Enterprise's annotations, of imports, and of workflows that can be started.
  'QUERY',
  'QUERY',
  'QUERY',
  'QUERY',
  'WIKI_DOCS_QUERY',
  // Of the mirror; its other queries are put together as they are sent.
  'skipQuestion',
];
