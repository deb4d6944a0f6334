import net from 'node:net';
import type { Problem } from '../problems/Problem';
import { portInUse } from './portInUse';

/** Whether the portal may listen there: opens the port for a moment and closes it again. */
export async function checkPort(options: {
  host: string;
  port: number;
}): Promise<Problem[]> {
  const { host, port } = options;
  const error = await new Promise<NodeJS.ErrnoException | undefined>(
    resolve => {
      const server = net.createServer();
      server.once('error', resolve);
      server.listen({ host, port, exclusive: true }, () =>
        server.close(() => resolve(undefined)),
      );
    },
  );
  if (!error) {
    return [];
  }
  const where = `${host}:${port}`;
  switch (error.code) {
    case 'EADDRINUSE':
      return [portInUse({ host, port })];
    case 'EACCES':
      return [
        {
          problem: `port ${port} may not be used`,
          where,
          cause: 'ports below 1024 are reserved for the administrator',
          remedy: 'choose a port from 1024 up and put a reverse proxy in front',
        },
      ];
    default:
      return [
        {
          problem: `the portal cannot listen on ${where}`,
          where: 'backend.listen',
          cause: error.message,
          remedy: 'check the address given with --host or backend.listen.host',
        },
      ];
  }
}
