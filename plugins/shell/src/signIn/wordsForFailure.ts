/** What the page says of a sign-in that failed. The backend's own explanations are whole sentences with a reference. */
export function wordsForFailure(options: {
  error: Error;
  /** What people know the provider as. */
  title: string;
}): string {
  const { error, title } = options;
  return error.name === 'SignInFailedError'
    ? error.message
    : `Signing in with ${title} failed: ${error.message}`;
}
