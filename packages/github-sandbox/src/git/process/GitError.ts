/** Git could not be run, or ended in a way that was not foreseen. `stderr` is what it said. */
export class GitError extends Error {
  constructor(message: string, readonly stderr: string = '') {
    super(message);
    this.name = 'GitError';
  }
}

/** The error of a process that could not be started. */
export function startError(error: NodeJS.ErrnoException): GitError {
  return new GitError(
    error.code === 'ENOENT'
      ? 'git was not found. Install git 2.38 or newer and put it on the PATH.'
      : `git could not be started: ${error.message}`,
  );
}
