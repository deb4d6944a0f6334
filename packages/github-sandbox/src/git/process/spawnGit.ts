import { ChildProcess, spawn } from 'node:child_process';
import { gitEnvironment } from './gitEnvironment';

/**
 * Starts git. `args` come from this package; what people name (refs, paths) is turned into SHAs before, or stands behind
 * `--end-of-options`. `stdin` may be a file descriptor.
 */
export function spawnGit(options: {
  args: string[];
  directory?: string;
  protocol?: string;
  stdin?: 'pipe' | 'ignore' | number;
}): ChildProcess {
  const child = spawn('git', options.args, {
    env: gitEnvironment(options),
    stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  // Git may end before it has read everything; its exit code says what went wrong.
  child.stdin?.on('error', () => {});
  return child;
}
