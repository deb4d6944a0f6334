import net from 'node:net';
import type { Problem } from '../problems/Problem';
import { portInUse } from './portInUse';

/** Whether somebody listens on the port already, found out by calling it. Unlike `checkPort` it opens none. */
export async function listenerProblems(options: {
  host: string;
  port: number;
}): Promise<Problem[]> {
  const { host, port } = options;
  const isTaken = await new Promise<boolean>(resolve => {
    const socket = net.connect({ host: reachable(host), port });
    const end = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', end(true));
    socket.once('error', end(false));
    socket.setTimeout(500, end(false));
  });
  return isTaken ? [portInUse(options)] : [];
}

/** An address that means all of them cannot be called. */
function reachable(host: string) {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
