import { ConflictError } from '@backstage/errors';
import {
  fingerprintOf,
  type RootGithubService,
  type StoredCredential,
  type StoredToken,
} from '@callboard/plugin-github-node';

/**
 * Stores a token that was tested, unless the stored tokens of its host have changed meanwhile: the tests take seconds, and another replica may
 * have rotated. Throws `ConflictError`, without a token in it, for that and for a file that is damaged.
 */
export async function keepToken(options: {
  stored: RootGithubService['stored'];
  credential: StoredToken;
  /** What was stored when the rotation began. */
  expected: StoredCredential[];
}): Promise<void> {
  const { stored, credential, expected } = options;
  const { host, token } = credential;
  try {
    await stored.put(credential, { expected });
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'ConflictError') throw error;
    // What the other one stored shows at once, to whoever looks why.
    await stored.refresh();
    throw new ConflictError(
      `The new token ${fingerprintOf(
        token,
      )} for ${host} was not taken. ${String(message).replaceAll(
        token,
        '***',
      )}`,
    );
  }
}
