import type { TokenFacts } from '@callboard/plugin-connections-common';

/**
 * What kind a token is, by how it begins.
 * https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
export function tokenKind(token: string): TokenFacts['kind'] {
  if (token.startsWith('ghp_')) return 'classic';
  if (token.startsWith('github_pat_')) return 'fine-grained';
  // Of an OAuth App or a GitHub App, for a person.
  if (/^gh[ou]_/.test(token)) return 'oauth';
  if (/^gh[sr]_/.test(token)) return 'server';
  // Before 2021 they had no beginning of their own.
  return /^[0-9a-f]{40}$/.test(token) ? 'classic' : 'unknown';
}
