import { PassThrough, Readable } from 'node:stream';
import { GitError, startError } from '../process/GitError';
import { spawnGit } from '../process/spawnGit';

const MAX_ERROR = 4096;

/** Runs git with `body` as its input and `output` as its output. If either side breaks off, git is ended; if git fails, `output` is destroyed with the error. */
export function streamGit(options: {
  args: string[];
  directory?: string;
  protocol?: string;
  body?: Readable;
  output: PassThrough;
}): void {
  const { args, directory, protocol, body, output } = options;
  // An error is for who reads the stream; where nobody does it must not end the process.
  output.on('error', () => {});
  if (output.destroyed) {
    return;
  }
  const stdin = body ? 'pipe' : 'ignore';
  const child = spawnGit({ args, directory, protocol, stdin });
  let stderr = '';
  child.stderr!.on('data', chunk => {
    stderr = (stderr + chunk).slice(-MAX_ERROR);
  });
  child.on('error', error => output.destroy(startError(error)));
  child.on('close', code => {
    if (code === 0) {
      output.end();
    } else {
      const name = `git ${args[0]}`;
      output.destroy(new GitError(`${name} ended with ${code}`, stderr));
    }
  });
  child.stdout!.pipe(output, { end: false });
  // The reader has gone: git would wait for it forever.
  output.on('close', () => child.kill());
  body?.on('error', () => child.kill());
  body?.on('close', () => {
    if (!body.readableEnded) {
      child.kill();
    }
  });
  body?.pipe(child.stdin!);
}
