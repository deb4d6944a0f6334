import type { Viewer } from '../../access';
import { GitHubError, notFound } from '../../http/GitHubError';
import { isWorkflowPath, mayChangeWorkflows } from './mayChangeWorkflows';

/** Throws what REST answers to a caller that may not change workflows: 404 for classic tokens, 403 for those with permissions. */
export function assertMayChangeWorkflows(options: {
  viewer: Viewer;
  paths: string[];
}): void {
  const { viewer, paths } = options;
  if (!paths.some(isWorkflowPath) || mayChangeWorkflows(viewer)) return;
  if (viewer.kind === 'user' && viewer.token.kind !== 'fineGrained') {
    throw notFound();
  }
  throw new GitHubError({
    status: 403,
    message: `Resource not accessible by ${
      viewer.kind === 'installation' ? 'integration' : 'personal access token'
    }`,
    headers: {
      'x-accepted-github-permissions': 'contents=write,workflows=write',
    },
  });
}
