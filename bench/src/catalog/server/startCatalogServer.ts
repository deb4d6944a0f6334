import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { BenchError } from '../../BenchError';
import { cleanEnvironment } from '../../products/cleanEnvironment';
import { findFreePort } from '../../servers/findFreePort';
import { LIST } from '../requests/scenarios';
import { createTarget, type Target } from '../requests/Target';
import { catalogConfig } from './catalogConfig';
import type { Report, Request } from './messages';

const POLL_MS = 10;
const START_GIVE_UP_MS = 180_000;
const STOP_PATIENCE_MS = 60_000;
const TOKEN = 'a-token-of-the-benchmark-alone';

/** A backend with a catalog that answers. */
export interface CatalogServer {
  name: string;
  pid: number;
  url: string;
  token: string;
  target: Target;
  /** From the start of the process until the first list was answered with 200 and everything that it should hold. */
  firstListMs: number;
  /** Has the provider apply its full mutation. `startedAt` is a time of `Date.now()`. */
  apply(options: { entities: number }): Promise<{
    startedAt: number;
    /** Resolves, when `applyMutation` has, to how long that took. */
    applied: Promise<number>;
  }>;
  /** Rows that were inserted, changed or deleted over the connection of the catalog since the start; SQLite only. */
  countWrittenRows(): Promise<number>;
  /** The end of what it has logged. */
  readLog(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a backend and resolves when it lists `components` components.
 * Throws a `BenchError` with the end of its log when it ends or does not get there.
 */
export async function startCatalogServer(options: {
  name: string;
  bundle: string;
  /** A folder for the log and the configuration. */
  data: string;
  database: JsonObject;
  components: number;
  /** A folder that gets CPU profiles when the process ends. */
  profile?: string;
}): Promise<CatalogServer> {
  const { name, bundle, data, database, components, profile } = options;
  const port = await findFreePort();
  const configFile = path.join(data, `${name}.json`);
  const logFile = path.join(data, `${name}.log`);
  await fs.writeFile(
    configFile,
    JSON.stringify(catalogConfig({ port, token: TOKEN, database })),
  );
  const log = await fs.open(logFile, 'a');

  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : []),
      ...[bundle, configFile],
    ],
    {
      // Backstage looks for a package.json above the folder it runs in.
      cwd: path.dirname(bundle),
      env: cleanEnvironment(process.env, { NODE_ENV: 'production' }),
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    },
  );
  let hasEnded = false;
  const ended = once(child, 'exit').then(() => {
    hasEnded = true;
  });
  await log.close();
  const url = `http://127.0.0.1:${port}`;
  const target = createTarget({ url, token: TOKEN });

  const readLog = async () =>
    (await fs.readFile(logFile, 'utf8'))
      .trim()
      .split('\n')
      .slice(-20)
      .join('\n');

  /** The first report of this type from now on. */
  const nextReport = <T extends Report['type']>(type: T) => {
    const report = new Promise<Extract<Report, { type: T }>>(
      (resolve, reject) => {
        const listen = (message: Report) => {
          if (message.type === type) {
            child.off('message', listen);
            resolve(message as Extract<Report, { type: T }>);
          } else if (message.type === 'failed') {
            reject(new BenchError(`${name}: ${message.message}`));
          }
        };
        child.on('message', listen);
        void ended.then(async () =>
          reject(new BenchError(`${name} has ended:\n${await readLog()}`)),
        );
      },
    );
    // Whoever waits for it later still hears of it.
    report.catch(() => {});
    return report;
  };
  const send = (request: Request) => child.send(request);
  const connected = nextReport('connected');

  const stop = async () => {
    target.close();
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(timer);
  };

  let firstListMs = Infinity;
  while (firstListMs === Infinity) {
    const answer = await target.ask(LIST).catch(() => undefined);
    if (
      answer?.status === 200 &&
      JSON.parse(answer.body.toString()).totalItems === components
    ) {
      firstListMs = performance.now() - started;
    } else if (hasEnded || performance.now() - started > START_GIVE_UP_MS) {
      await stop();
      throw new BenchError(
        `${name} does not list its ${components} components. ${
          answer
            ? `It answers ${answer.status} ${answer.body
                .toString()
                .slice(0, 200)}. `
            : ''
        }The end of its log:\n${await readLog()}`,
      );
    } else {
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  }
  await connected;

  return {
    ...{ name, pid: child.pid!, url, token: TOKEN, target, firstListMs },
    ...{ readLog, stop },
    async apply({ entities }) {
      const applying = nextReport('applying');
      const applied = nextReport('applied').then(({ ms }) => ms);
      send({ type: 'apply', entities, seed: 1 });
      const { startedAt } = await applying;
      return { startedAt, applied };
    },
    async countWrittenRows() {
      const report = nextReport('written-rows');
      send({ type: 'count-written-rows' });
      return (await report).rows;
    },
  };
}
