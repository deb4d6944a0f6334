/**
 * The scopes of a token from GitHub's header `x-oauth-scopes`, which is empty for a token without any. Undefined for what has permissions
 * instead, and where the header is missing.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
export function tokenScopes(options: {
  token: string;
  header: string | undefined;
}): string[] | undefined {
  const { token, header } = options;
  return /^(github_pat_|gh[sur]_)/.test(token)
    ? undefined
    : header
        ?.split(',')
        .map(scope => scope.trim())
        .filter(Boolean);
}
