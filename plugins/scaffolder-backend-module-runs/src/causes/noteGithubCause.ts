import type { GithubService } from '@callboard/plugin-github-node';
import { explainGithubFailure } from './explainGithubFailure';
import { noteCause } from './noteCause';

/**
 * To be called by an action that is about to throw an error of GitHub: asks GitHub which permission was missing, and remembers it for the
 * page of the run, with the link to grant it. Anything else stays to be explained from the error. Never throws.
 */
export async function noteGithubCause(options: {
  github: Pick<GithubService, 'client' | 'credentials'>;
  error: unknown;
  /** Of the action, `publish:github`. */
  action?: string;
}): Promise<void> {
  const { error } = options;
  if (!(error instanceof Error)) return;
  const cause = await explainGithubFailure(options);
  if (cause.code === 'permission-missing') noteCause({ error, cause });
}
