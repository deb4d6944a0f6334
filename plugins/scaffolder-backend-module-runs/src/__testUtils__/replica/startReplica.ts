import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
// The command is an application, so it has no entry points; this is only for tests.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import { freePort } from '@callboard/cli/src/testing/freePort';
import { TEST_KEY } from '../startScaffolder';
import type { ReplicaOptions } from './runReplica';

const TOKEN = 'a-token-of-this-test-alone';

/** A backend process of its own with the scaffolder; see `runReplica`. */
export interface Replica {
  /** The path begins after `/api/scaffolder`. */
  ask(method: string, path: string, body?: JsonObject): Promise<any>;
  /** SIGSTOP, SIGCONT. */
  signal(name: NodeJS.Signals): void;
  /** Ends the process with the signal, SIGKILL when absent, and waits until it is gone. */
  end(name?: NodeJS.Signals): Promise<void>;
}

/** `database` is `backend.database`; `folder` is where the steps note and wait. Throws with the log when the process ends before it is ready. */
export async function startReplica(options: {
  database: JsonObject;
  folder: string;
  name: string;
  staleSeconds?: number;
}): Promise<Replica> {
  const { database, folder, name, staleSeconds = 30 } = options;
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const workingDirectory = path.join(folder, 'work', name);
  fs.mkdirSync(workingDirectory, { recursive: true });
  const given: ReplicaOptions = {
    folder,
    name,
    config: {
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database,
        workingDirectory,
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'test' } },
          ],
        },
      },
      callboard: { templates: { key: TEST_KEY } },
      permission: { enabled: false },
      scaffolder: {
        taskRecovery: {
          enabled: true,
          staleTimeout: { seconds: staleSeconds },
        },
      },
    },
  };
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      path.join(__dirname, 'runReplica.ts'),
      JSON.stringify(given),
    ],
    {
      cwd: path.resolve(__dirname, '../../..'),
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return untilReady({ child, baseUrl });
}

async function untilReady(options: { child: ChildProcess; baseUrl: string }) {
  const { child, baseUrl } = options;
  let log = '';
  const note = (chunk: string) => {
    log = (log + chunk).slice(-4_000);
  };
  child.stdout!.setEncoding('utf8').on('data', note);
  child.stderr!.setEncoding('utf8').on('data', note);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The process has ended:\n${log}`);
  });
  ended.catch(() => {});
  const ask: Replica['ask'] = async (method, subpath, body) => {
    const response = await fetch(`${baseUrl}/api/scaffolder${subpath}`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${subpath}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  for (;;) {
    const isReady = await Promise.race([
      ask('GET', '/v2/tasks').then(
        () => true,
        () => false,
      ),
      ended,
    ]);
    if (isReady) break;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {
    ask,
    signal: (name: NodeJS.Signals) => {
      child.kill(name);
    },
    async end(name: NodeJS.Signals = 'SIGKILL') {
      child.kill(name);
      await ended.catch(() => {});
    },
  };
}
