import type { GitHubError } from './GitHubError';
import { baseHeaders } from './responseHeaders';

/** An error of GitHub's as an answer. */
export function errorAnswer(options: {
  error: GitHubError;
  enterprise: boolean;
  headers?: Record<string, string>;
}): Response {
  const { error, enterprise, headers } = options;
  return new Response(JSON.stringify(error.toBody()), {
    status: error.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...baseHeaders({ enterprise }),
      ...headers,
      ...error.headers,
    },
  });
}
