import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
// The command is an application, so it has no entry points; this is only for tests.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import { freePort } from '@callboard/cli/src/testing/freePort';
import type { ReplicaAnswer, ReplicaRequest } from './runReplica';

const TOKEN = 'a-token-of-this-test-alone';

/** A backend process of its own, with a catalog and a provider. */
export type Replica = {
  /** Has the provider apply a mutation. Resolves when that is acknowledged; rejects when it fails or the process ends before. */
  apply(mutation: object): Promise<void>;
  /** Asks the catalog. The path begins after `/api/catalog`. */
  get(path: string): Promise<any>;
  /** Ends the process with SIGKILL. */
  kill(): Promise<void>;
};

/** `database` is `backend.database`. Throws with the log when the process ends before it is ready. */
export async function startReplica(options: {
  database: JsonObject;
}): Promise<Replica> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const config = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: options.database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'test' } },
        ],
      },
    },
    permission: { enabled: false },
    catalog: { processingInterval: { hours: 24 } },
  };
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      path.join(__dirname, 'runReplica.ts'),
      JSON.stringify(config),
    ],
    {
      cwd: path.resolve(__dirname, '../../..'),
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
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

  const answerTo = (id: number) => {
    const answer = new Promise<void>((resolve, reject) => {
      const listen = (message: ReplicaAnswer) => {
        if (message.id !== id) return;
        child.off('message', listen);
        if (message.error === undefined) resolve();
        else reject(new Error(message.error));
      };
      child.on('message', listen);
    });
    return Promise.race([answer, ended]);
  };
  const get = async (subpath: string) => {
    const response = await fetch(`${baseUrl}/api/catalog${subpath}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    if (!response.ok) throw new Error(`${subpath}: ${response.status}`);
    return response.json();
  };

  await answerTo(0);
  for (;;) {
    const isReady = await Promise.race([
      get('/entities/by-query?limit=0').then(
        () => true,
        () => false,
      ),
      ended,
    ]);
    if (isReady) break;
    await new Promise(resolve => setTimeout(resolve, 50));
  }

  let lastId = 0;
  return {
    get,
    apply(mutation) {
      const id = ++lastId;
      const answer = answerTo(id);
      child.send({ id, mutation } satisfies ReplicaRequest);
      return answer;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
}
