/**
 * What each scope of a classic or OAuth token includes. https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
const INCLUDES: Record<string, string[]> = {
  repo: [
    'repo:status',
    'repo_deployment',
    'public_repo',
    'repo:invite',
    'security_events',
  ],
  'repo:status': [],
  repo_deployment: [],
  public_repo: [],
  'repo:invite': [],
  security_events: [],
  workflow: [],
  'admin:repo_hook': ['write:repo_hook', 'read:repo_hook'],
  'write:repo_hook': ['read:repo_hook'],
  'read:repo_hook': [],
  'admin:org': ['write:org', 'read:org', 'manage_runners:org'],
  'write:org': ['read:org'],
  'read:org': [],
  'manage_runners:org': [],
  'admin:public_key': ['write:public_key', 'read:public_key'],
  'write:public_key': ['read:public_key'],
  'read:public_key': [],
  'admin:org_hook': [],
  gist: [],
  notifications: [],
  user: ['read:user', 'user:email', 'user:follow'],
  'read:user': [],
  'user:email': [],
  'user:follow': [],
  project: ['read:project'],
  'read:project': [],
  delete_repo: [],
  'write:packages': ['read:packages'],
  'read:packages': [],
  'delete:packages': [],
  'admin:gpg_key': ['write:gpg_key', 'read:gpg_key'],
  'write:gpg_key': ['read:gpg_key'],
  'read:gpg_key': [],
  codespace: ['codespace:secrets'],
  'codespace:secrets': [],
  'write:discussion': ['read:discussion'],
  'read:discussion': [],
  'admin:enterprise': [
    'manage_runners:enterprise',
    'manage_billing:enterprise',
    'read:enterprise',
  ],
  'manage_runners:enterprise': [],
  'manage_billing:enterprise': [],
  'read:enterprise': [],
  audit_log: ['read:audit_log'],
  'read:audit_log': [],
};

/** All scopes, in the order in which GitHub's pages list them. */
export const ALL_SCOPES = Object.keys(INCLUDES);

/** Whether scopes that were granted include one that is needed. */
export function includesScope(options: {
  granted: string[];
  needed: string;
}): boolean {
  const { granted, needed } = options;
  return granted.some(
    scope => scope === needed || INCLUDES[scope]?.includes(needed),
  );
}

/**
 * A list of scopes as GitHub grants it: what it does not know is left out, and so is what another one includes (`user,gist,user:email`
 * is `gist,user`).
 */
export function normaliseScopes(scopes: string[]): string[] {
  const known = [...new Set(scopes)].filter(scope => scope in INCLUDES);
  return known
    .filter(scope => !known.some(other => INCLUDES[other].includes(scope)))
    .sort();
}
