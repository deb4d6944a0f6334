import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createApp } from './createApp';
import { createSandbox } from './createSandbox';
import type { Sandbox } from './core/Sandbox';

/** A sandbox that answers. */
export interface RunningSandbox {
  url: string;
  sandbox: Sandbox;
  stop(): Promise<void>;
}

/** Starts a sandbox on this machine's loopback address alone. Fails where the port is taken, and where `prepare` does; nothing listens then. */
export async function startSandbox(options: {
  /** 0 takes a free one. */
  port: number;
  directory: string;
  start?: Date;
  latencyMs?: number;
  /** The bearer of the control API; without it that answers nobody. */
  controlToken?: string;
  /** Fills the state before the first request. */
  prepare?: (sandbox: Sandbox) => Promise<void> | void;
  /** How long `stop` waits for those who are slow to take a webhook. */
  patienceMs?: number;
  onError?: (error: unknown) => void;
  onChange?: () => void;
}): Promise<RunningSandbox> {
  const {
    port,
    prepare,
    controlToken,
    patienceMs = 2000,
    onError = () => undefined,
    ...rest
  } = options;
  let answer: (request: Request) => Response | Promise<Response> = () =>
    new Response('The sandbox is starting\n', { status: 503 });
  const server = await new Promise<ReturnType<typeof serve>>(
    (resolve, reject) => {
      const listening = serve(
        { fetch: request => answer(request), hostname: '127.0.0.1', port },
        () => resolve(listening),
      );
      listening.once('error', reject);
    },
  );
  const { port: actual } = server.address() as AddressInfo;
  const url = `http://localhost:${actual}`;
  const sandbox = createSandbox({ baseUrl: url, onError, ...rest });
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      (server as import('node:http').Server).closeAllConnections();
    });
  try {
    await prepare?.(sandbox);
  } catch (error) {
    await close();
    sandbox.clock.stop();
    await sandbox.git.close();
    throw error;
  }
  answer = createApp({ sandbox, controlToken, onError }).fetch;

  return {
    url,
    sandbox,
    async stop() {
      await close();
      // Others may be slow to answer what is sent to them.
      const patience = setTimeout(() => sandbox.closing.abort(), patienceMs);
      await sandbox.settled();
      clearTimeout(patience);
      sandbox.clock.stop();
      await sandbox.git.close();
    },
  };
}
