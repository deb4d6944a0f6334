import { GitHubError } from '../../http/GitHubError';
import type { Viewer } from '../Viewer';

/** The 403 for a suspended installation or person, or undefined. GraphQL needs it as well as REST. */
export function refuseSuspended(viewer: Viewer): GitHubError | undefined {
  if (viewer.kind === 'installation' && viewer.installation.suspendedAt) {
    return new GitHubError({
      status: 403,
      message: 'This installation has been suspended',
      documentationUrl:
        'https://docs.github.com/rest/reference/apps#create-an-installation-access-token-for-an-app',
    });
  }
  if (viewer.kind === 'user' && viewer.user.suspendedAt) {
    return new GitHubError({
      status: 403,
      message: 'Sorry. Your account was suspended.',
    });
  }
  return undefined;
}
