import { createRequire } from 'node:module';
import path from 'node:path';
import { BenchError } from './BenchError';
import type { Command } from './products/Portal';

/** Says what is going on; see `scripts/lib/progress.js`. */
export interface Progress {
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** What the bootstrap of the repository offers: fingerprints of inputs and the build of Callboard. */
export interface RepositoryTools {
  fingerprint(targets: string[]): string;
  isFresh(name: string, value: string): boolean;
  markFresh(name: string, value: string): void;
  markStale(name: string): void;
  ensureBuilt(options: { progress: Progress }): Promise<string[]>;
  createProgress(options: { stream: NodeJS.WritableStream }): Progress;
  /** Runs a command to its end. Throws a `BenchError` with the end of its output when it fails. */
  runOrFail(command: Command): Promise<void>;
}

/** Loads the bootstrap, which is plain JavaScript outside of this package, at run time. */
export function loadRepositoryTools(root: string): RepositoryTools {
  const load = createRequire(path.join(root, 'package.json'));
  const { ensureBuilt } = load('./scripts/lib/build.js');
  const { createProgress } = load('./scripts/lib/progress.js');
  const { run } = load('./scripts/lib/run.js');
  const stamps = load('./scripts/lib/fingerprint.js');
  return {
    ...stamps,
    ensureBuilt,
    createProgress,
    async runOrFail({ command, args, cwd, env }) {
      const { status, output } = await run(command, args, {
        cwd,
        env,
        onLine: () => {},
      });
      if (status !== 0) {
        throw new BenchError(
          `${[path.basename(command), ...args].join(' ')} failed:\n${lastLines(
            output,
          )}`,
        );
      }
    },
  };
}

function lastLines(output: string) {
  return output.trim().split('\n').slice(-20).join('\n');
}
