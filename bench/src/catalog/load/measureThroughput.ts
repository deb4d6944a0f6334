import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cleanEnvironment } from '../../products/cleanEnvironment';
import { LIST } from '../requests/scenarios';
import type { Load } from './Load';

const CONNECTIONS = 16;
const PATIENCE_MS = 2000;

/** Lists per second over 16 connections: answers that came whole, with status 200, within 2 s. */
export async function measureThroughput(options: {
  loadClient: string;
  server: { url: string; token: string };
  seconds: number;
}): Promise<number> {
  const { loadClient, server, seconds } = options;
  const load: Load = {
    url: `${server.url}${LIST.path}`,
    token: server.token,
    connections: CONNECTIONS,
    seconds,
    patienceMs: PATIENCE_MS,
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [loadClient, JSON.stringify(load)],
    { env: cleanEnvironment(process.env, {}) },
  );
  return JSON.parse(stdout).answered / seconds;
}
