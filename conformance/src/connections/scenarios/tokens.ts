import type { Scenario } from '../Scenario';
import { LEAST_SCOPES } from '../scenes/LEAST_SCOPES';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Every box of GitHub's page, as that guide ticks them. */
export const ALL_SCOPES = [
  ...['repo', 'workflow', 'write:packages', 'delete:packages', 'admin:org'],
  ...['admin:public_key', 'admin:repo_hook', 'admin:org_hook', 'gist'],
  ...['notifications', 'user', 'delete_repo', 'write:discussion'],
  ...['admin:enterprise', 'audit_log', 'codespace', 'copilot', 'project'],
  ...['admin:gpg_key', 'admin:ssh_signing_key'],
];
const onlyToken = { app: false, tokenScopes: LEAST_SCOPES };

/** Personal access tokens. */
export const tokenScenarios: Scenario[] = [
  {
    title: 'the token has no repo scope',
    rows: ['create-scope', 'ingest-fallback'],
    portal: onlyToken,
    breakIt({ token }) {
      token!.token.scopes = ['read:org', 'user:email'];
    },
    expected: {
      check: 'token-rights',
      status: 'fail',
      cause: /repo.* missing/s,
      remedy: /Tick .*repo/s,
    },
    mend({ token }) {
      token!.token.scopes = [...LEAST_SCOPES];
    },
  },
  {
    title: 'the token was revoked',
    rows: ['mixed-expired', 'test-integration'],
    portal: onlyToken,
    breakIt({ github, token }) {
      token!.token.revokedAt = github.clock.iso();
    },
    expected: {
      check: 'integration-works',
      status: 'fail',
      cause: /./,
      remedy: /expired or was revoked.*Rotate/s,
    },
    mend: scene =>
      scene.configureGithub({
        token: scene.issue({ scopes: LEAST_SCOPES }).secret,
      }),
  },
  {
    title: 'the token beside the App has expired',
    rows: ['mixed-expired', 'ingest-fallback'],
    portal: { tokenScopes: LEAST_SCOPES },
    breakIt({ github, token }) {
      token!.token.expiresAt = github.clock.iso();
      github.clock.advance({ ms: 60_000 });
    },
    expected: {
      check: 'integration-works',
      status: 'fail',
      cause: /./,
      remedy: /expired or was revoked/,
    },
    mend: scene =>
      scene.configureGithub({
        token: scene.issue({ scopes: LEAST_SCOPES }).secret,
      }),
  },
  {
    title: 'the token expires within two weeks',
    rows: ['mixed-expired', 'rotate-ninety'],
    portal: onlyToken,
    breakIt({ github, token }) {
      token!.token.expiresAt = new Date(
        github.clock.now().getTime() + 5.5 * DAY_MS,
      )
        .toISOString()
        .replace(/\.\d+/, '');
    },
    expected: {
      check: 'token-expiry',
      status: 'warn',
      cause: /in 5 days/,
      remedy: /second token.*Rotate/s,
    },
    mend: scene =>
      scene.configureGithub({
        token: scene.issue({ scopes: LEAST_SCOPES }).secret,
      }),
  },
  {
    title: 'the token has all scopes',
    rows: ['all-scopes', 'least-privilege', 'test-token'],
    portal: onlyToken,
    breakIt({ token }) {
      token!.token.scopes = ALL_SCOPES;
    },
    expected: {
      check: 'token-rights',
      status: 'warn',
      cause: /more than anything needs.*admin:org.*delete_repo/s,
      remedy: /Make a token with .*repo/s,
    },
    mend({ token }) {
      token!.token.scopes = [...LEAST_SCOPES];
    },
  },
  {
    title: 'the token is older than 90 days',
    rows: ['rotate-ninety', 'test-token'],
    portal: onlyToken,
    breakIt: ({ github }) => github.clock.advance({ ms: 91 * DAY_MS }),
    expected: {
      check: 'token-age',
      status: 'warn',
      cause: /91 days/,
      remedy: /second token.*Rotate/s,
    },
    mend: scene =>
      scene.configureGithub({
        token: scene.issue({ scopes: LEAST_SCOPES }).secret,
      }),
  },
  {
    title:
      'the organisation enforces single sign-on, and the token is not authorised',
    rows: ['ingest-resolution', 'mixed-expired'],
    portal: onlyToken,
    breakIt({ organisation }) {
      organisation.samlEnforced = true;
    },
    expected: {
      check: 'token-sso',
      status: 'fail',
      cause: /acme.*not authorised/,
      remedy: /Configure SSO.*acme/s,
    },
    mend({ organisation, token }) {
      token!.token.ssoAuthorised = [organisation.id];
    },
  },
];
