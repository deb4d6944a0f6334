import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { BenchError } from '../../BenchError';
import { cleanEnvironment } from '../../products/cleanEnvironment';

const STOP_PATIENCE_MS = 20_000;

/** A program that runs in a process of its own. */
export interface Program<Report> {
  pid: number;
  /** `performance.now()` when its process was started. */
  startedAt: number;
  /** The first report of this type. Rejects with a `BenchError` when the program ends before. */
  reported<T extends string>(type: T): Promise<Extract<Report, { type: T }>>;
  hasEnded(): boolean;
  /** The end of what it has printed. */
  readLog(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a bundled program with a configuration, which it reads from the file that its first argument names. */
export async function startProgram<Report extends { type: string }>(options: {
  name: string;
  bundle: string;
  /** For its configuration and its log. */
  folder: string;
  config: unknown;
  /** Of Node. */
  flags?: string[];
  env?: Record<string, string>;
}): Promise<Program<Report>> {
  const { name, bundle, folder, config, flags = [], env } = options;
  const configFile = path.join(folder, `${name}.json`);
  const logFile = path.join(folder, `${name}.log`);
  await fs.writeFile(configFile, JSON.stringify(config), { mode: 0o600 });
  const log = await fs.open(logFile, 'w');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, bundle, configFile], {
    // Backstage looks for a package.json above the folder it runs in.
    cwd: path.dirname(bundle),
    env: cleanEnvironment(process.env, { NODE_ENV: 'production', ...env }),
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  let hasEnded = false;
  const ended = once(child, 'exit').then(() => {
    hasEnded = true;
  });
  await log.close();

  const reports: Report[] = [];
  child.on('message', (report: Report) => reports.push(report));
  const readLog = async () =>
    (await fs.readFile(logFile, 'utf8'))
      .trim()
      .split('\n')
      .slice(-20)
      .join('\n');
  return {
    pid: child.pid!,
    startedAt,
    hasEnded: () => hasEnded,
    readLog,
    async reported(type) {
      const find = () => reports.find(report => report.type === type);
      while (!find() && !hasEnded) {
        await Promise.race([once(child, 'message'), ended]);
      }
      const found = find();
      if (!found) {
        throw new BenchError(`${name} has ended:\n${await readLog()}`);
      }
      return found as never;
    },
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
