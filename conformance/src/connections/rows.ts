/** What is known to go wrong, from the guides that operators follow, in their words, and from the list of tests that was asked for. */
export interface Row {
  id: string;
  /** The guide and the heading that it stands under. */
  source: string;
  words: string;
}

const INTEGRATIONS = 'GitHub Backend Integrations';
const ENTERPRISE = 'Backstage with GitHub Enterprise';
const OVERVIEW = 'Auth & Integrations';
const TUTORIAL = 'Building Your Internal Developer Portal';
const TESTS = 'Tests on demand and on schedule';

export const rows = {
  'ingest-installed': row(
    `${INTEGRATIONS}: Catalog Not Ingesting from GitHub`,
    'Verify GitHub App is installed on the organization/repository',
  ),
  'ingest-contents': row(
    `${INTEGRATIONS}: Catalog Not Ingesting from GitHub`,
    'Check that the App has Contents: Read permission',
  ),
  'ingest-fallback': row(
    `${INTEGRATIONS}: Catalog Not Ingesting from GitHub`,
    "Verify PAT fallback is configured if App isn't installed",
  ),
  'ingest-resolution': row(
    `${INTEGRATIONS}: Catalog Not Ingesting from GitHub`,
    'Check logs for credential resolution errors',
  ),
  'create-administration': row(
    `${INTEGRATIONS}: Scaffolder Cannot Create Repositories`,
    'Verify GitHub App has Administration: Write permission',
  ),
  'create-installed': row(
    `${INTEGRATIONS}: Scaffolder Cannot Create Repositories`,
    'Check that the App is installed on the target organization',
  ),
  'create-scope': row(
    `${INTEGRATIONS}: Scaffolder Cannot Create Repositories`,
    'Verify PAT has repo scope if using PAT fallback',
  ),
  'limit-switch': row(
    `${INTEGRATIONS}: Rate Limit Errors`,
    'Switch from PAT to GitHub App for better rate limits',
  ),
  'limit-status': row(
    `${INTEGRATIONS}: Rate Limit Errors`,
    'Check current rate limit status in GitHub API responses',
  ),
  'limit-spread': row(
    `${INTEGRATIONS}: Rate Limit Errors`,
    'Consider installing GitHub App on more repositories to distribute load',
  ),
  'mixed-silent': row(
    `${INTEGRATIONS}: Mixed Credentials Behavior`,
    'Some API calls use GitHub App credentials while others silently fall back to PAT',
  ),
  'mixed-expired': row(
    `${INTEGRATIONS}: Mixed Credentials Behavior`,
    'developers thinking "auth is broken" when actually a PAT is missing or expired',
  ),

  'pitfall-redirect': row(
    `${ENTERPRISE}: Common Pitfalls`,
    "Ensure your GHE OAuth app's redirect URI exactly matches; trailing slashes will cause auth failures",
  ),
  'pitfall-limits': row(
    `${ENTERPRISE}: Common Pitfalls`,
    'If you hit rate limits, switch to incremental sync and rotate your bot PAT to a fine-grained PAT with repo:read scope only',
  ),
  'pitfall-hook': row(
    `${ENTERPRISE}: Common Pitfalls`,
    'Pre-receive hook not triggering: ensure the hook is executable and enabled',
  ),
  'pitfall-entity': row(
    `${ENTERPRISE}: Common Pitfalls`,
    'Backstage entity not appearing: check for catalog processor errors, and verify that the repo has a catalog-info.yaml in the root directory',
  ),
  'least-privilege': row(
    `${ENTERPRISE}: Enforce Least Privilege for GHE PATs`,
    'your GHE bot PAT only needs three scopes: repo:read, org:read and webhook',
  ),
  'rotate-ninety': row(
    `${ENTERPRISE}: Enforce Least Privilege for GHE PATs`,
    'rotate tokens every 90 days',
  ),
  'all-scopes': row(
    `${TUTORIAL}: Personal Access Token for Integration`,
    'we will set the scope to the maximum to avoid issues with GitHub permissions. However, never do this in a production environment!',
  ),
  'shared-client': row(
    `${OVERVIEW}: Understand reuse implications`,
    'reusing the same OAuth credentials for authentication and integrations is not recommended for production',
  ),

  'test-sign-in': row(TESTS, 'sign-in configured'),
  'test-callback': row(TESTS, 'callback URL right (trailing slash included)'),
  'test-integration': row(TESTS, 'integration works'),
  'test-webhook': row(TESTS, 'webhook arrives'),
  'test-not-installed': row(TESTS, 'organisation without installation'),
  'test-mixed': row(TESTS, 'mixed credentials in use'),
  'test-shared': row(TESTS, 'shared OAuth client'),
  'test-token': row(TESTS, 'token over-privileged or older than 90 days'),
  'test-clock': row(TESTS, 'clock skew'),
  'test-key-file': row(TESTS, 'key file unreadable'),
  'test-base-url': row(TESTS, 'base URL not reachable from GitHub'),
} satisfies Record<string, Omit<Row, 'id'>>;

export type RowId = keyof typeof rows;

function row(source: string, words: string): Omit<Row, 'id'> {
  return { source, words };
}
