import type { Viewer } from '../../access';

/**
 * Whether a caller may put files under `.github/workflows`: classic and OAuth tokens need the scope `workflow`, all others the permission
 * `workflows`. https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
export function mayChangeWorkflows(viewer: Viewer): boolean {
  if (viewer.kind !== 'user' && viewer.kind !== 'installation') return false;
  const { token } = viewer;
  return token.kind === 'classic' || token.kind === 'oauth'
    ? token.scopes.includes('workflow')
    : ['write', 'admin'].includes(token.permissions.workflows);
}

/** Whether this is the path of a workflow. */
export function isWorkflowPath(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/i.test(path);
}
