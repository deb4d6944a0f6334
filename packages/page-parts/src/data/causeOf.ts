import type { ErrorLike } from '@backstage/errors';

/** What the server said, rather than what the client made of it. */
export function causeOf(error: ErrorLike): string {
  const cause = error.cause as ErrorLike | undefined;
  if (error.name === 'TypeError' && /fetch|network/i.test(error.message))
    return 'The portal does not answer. Check your connection, or whether the portal is running.';
  return cause?.message ?? error.message;
}
