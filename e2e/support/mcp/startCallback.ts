import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a client on somebody's own machine waits for the browser to come back. */
export interface Callback {
  url: string;
  /** Resolves to what the portal has sent the browser back with. */
  answer(): Promise<URLSearchParams>;
  stop(): Promise<void>;
}

/** Listens on a free port of the loopback interface, as Claude Code, VS Code and Cursor do. */
export async function startCallback(): Promise<Callback> {
  let arrive: (answer: URLSearchParams) => void;
  const arrived = new Promise<URLSearchParams>(resolve => {
    arrive = resolve;
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://client');
    response.setHeader('content-type', 'text/html');
    response.end('<title>Back at the client</title><h1>Back</h1>');
    if (pathname === '/callback') arrive(searchParams);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/callback`,
    answer: () => arrived,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
