import type { User } from '../core/state';
import { GitHubError } from '../http/GitHubError';
import type { Viewer } from './Viewer';

/** The account that a change is attributed to: the person, or the bot of the App. Throws 401 for callers that act for nobody. */
export function actorOf(viewer: Viewer): User {
  if (viewer.kind === 'user') return viewer.user;
  if (viewer.kind === 'installation') return viewer.bot;
  throw new GitHubError({ status: 401, message: 'Requires authentication' });
}
