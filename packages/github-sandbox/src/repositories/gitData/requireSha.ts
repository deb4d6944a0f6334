import { GitHubError } from '../../http/GitHubError';

/** Throws 422 unless a text is a full SHA, in lower case as GitHub demands it. */
export function requireSha(sha: string): string {
  if (/^[0-9a-f]{40}$/.test(sha)) return sha;
  throw new GitHubError({
    status: 422,
    message:
      'The sha parameter must be exactly 40 characters and contain only [0-9a-f].',
  });
}
