/**
 * What each scope of a classic token includes. https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 * `repo` "grants full access to public and private repositories including ... repository webhooks", so it includes their scopes in effect,
 * although the list of scopes shows them beside it.
 */
const INCLUDES: Record<string, string[]> = {
  repo: [
    'repo:status',
    'repo_deployment',
    'public_repo',
    'repo:invite',
    'security_events',
    'admin:repo_hook',
    'write:repo_hook',
    'read:repo_hook',
  ],
  'admin:repo_hook': ['write:repo_hook', 'read:repo_hook'],
  'write:repo_hook': ['read:repo_hook'],
  'admin:org': ['write:org', 'read:org', 'manage_runners:org'],
  'write:org': ['read:org'],
  'admin:public_key': ['write:public_key', 'read:public_key'],
  'write:public_key': ['read:public_key'],
  user: ['read:user', 'user:email', 'user:follow'],
  project: ['read:project'],
  'write:packages': ['read:packages'],
  'admin:gpg_key': ['write:gpg_key', 'read:gpg_key'],
  'write:gpg_key': ['read:gpg_key'],
  codespace: ['codespace:secrets'],
  'write:discussion': ['read:discussion'],
  'admin:enterprise': [
    'manage_runners:enterprise',
    'manage_billing:enterprise',
    'read:enterprise',
  ],
  audit_log: ['read:audit_log'],
};

/** Others that will do: GitHub shows the e-mail address of a person to a token with either. */
const INSTEAD: Record<string, string[]> = { 'user:email': ['read:user'] };

/** Whether a scope is, or includes, another. */
export function coversScope(options: {
  scope: string;
  other: string;
}): boolean {
  const { scope, other } = options;
  return scope === other || (INCLUDES[scope]?.includes(other) ?? false);
}

/** Whether scopes that were granted serve one that is needed. */
export function servesScope(options: {
  granted: string[];
  needed: string;
}): boolean {
  const { granted, needed } = options;
  return [needed, ...(INSTEAD[needed] ?? [])].some(other =>
    granted.some(scope => coversScope({ scope, other })),
  );
}
