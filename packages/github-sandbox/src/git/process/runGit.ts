import { createLimiter } from './createLimiter';
import { GitError, startError } from './GitError';
import { spawnGit } from './spawnGit';

/** How git ended. */
export interface GitResult {
  code: number;
  stdout: Buffer;
  stderr: string;
}

// More at once only wait for each other's processor time.
const limited = createLimiter({ limit: 6 });

/** Runs git to its end. Throws `GitError` if it cannot be started or its exit code is not in `allowed` (default: 0). */
export function runGit(options: {
  args: string[];
  directory?: string;
  protocol?: string;
  input?: Buffer | string;
  stdin?: number;
  allowed?: number[];
}): Promise<GitResult> {
  return limited(() => run(options));
}

function run(options: Parameters<typeof runGit>[0]): Promise<GitResult> {
  const { args, directory, protocol, input, allowed = [0] } = options;
  return new Promise((resolve, reject) => {
    const stdin = options.stdin ?? (input === undefined ? 'ignore' : 'pipe');
    const child = spawnGit({ args, directory, protocol, stdin });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout!.on('data', chunk => output.push(chunk));
    child.stderr!.on('data', chunk => errors.push(chunk));
    child.on('error', error => reject(startError(error)));
    child.on('close', code => {
      const stderr = Buffer.concat(errors).toString('utf8').trim();
      if (code === null || !allowed.includes(code)) {
        const name = `git ${args[0]}`;
        reject(new GitError(`${name} ended with ${code}: ${stderr}`, stderr));
      } else {
        resolve({ code, stdout: Buffer.concat(output), stderr });
      }
    });
    if (input !== undefined) {
      child.stdin!.end(input);
    }
  });
}
