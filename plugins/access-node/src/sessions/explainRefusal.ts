import { AuthenticationError } from '@backstage/errors';
import { readUserToken } from './readUserToken';

/** Stock says of every token that its verification failed. Where it expired this says so, since a clock may be the reason. */
export function explainRefusal(options: {
  error: unknown;
  token: string;
  now: Date;
}): unknown {
  const { error, token, now } = options;
  const read = readUserToken(token);
  if (!(error instanceof Error) || error.name !== 'AuthenticationError') {
    return error;
  }
  const ago = read ? now.getTime() / 1000 - read.expiresAt : 0;
  return ago > 0
    ? new AuthenticationError(
        `The token expired ${Math.round(
          ago,
        )} seconds ago by the clock of this replica. If it should still be good, this clock is ahead of the one that issued it (clock skew).`,
        error,
      )
    : error;
}
