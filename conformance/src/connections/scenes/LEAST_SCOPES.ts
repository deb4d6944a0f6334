/** What a classic token needs for a portal with everything on that the scene has on. */
export const LEAST_SCOPES = [
  'repo',
  'workflow',
  'read:org',
  'user:email',
  'write:repo_hook',
];
