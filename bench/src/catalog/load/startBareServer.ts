import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { cleanEnvironment } from '../../products/cleanEnvironment';

/** A process that returns given bytes. */
export interface BareServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts a server that answers each path of `answers` with its text. */
export async function startBareServer(options: {
  bundle: string;
  answers: Record<string, string>;
}): Promise<BareServer> {
  const { bundle, answers } = options;
  const child = fork(bundle, [], { env: cleanEnvironment(process.env, {}) });
  child.send({ answers });
  const [{ port }] = (await once(child, 'message')) as [AddressInfo];
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
