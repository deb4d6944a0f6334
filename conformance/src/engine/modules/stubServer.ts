import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a stub sees it. */
export type StubRequest = { method: string; url: URL; body: string };

/** JSON to answer with; `undefined` is a 404. */
export type StubHandler = (request: StubRequest) => unknown;

/** Stands in for the API of GitHub, GitLab and others, on this machine. */
export interface StubServer {
  url: string;
  /** Method and path of each request that got a 404. */
  missed: string[];
  stop(): Promise<void>;
}

export async function startStubServer(
  handler: StubHandler,
): Promise<StubServer> {
  const missed: string[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const url = new URL(request.url!, 'http://stub');
    const method = request.method!;
    const body = Buffer.concat(chunks).toString('utf8');
    const answer = handler({ method, url, body });
    response.setHeader('content-type', 'application/json');
    if (answer === undefined) {
      missed.push(`${method} ${request.url}`);
      response.statusCode = 404;
      response.end('{"message":"Not found"}');
      return;
    }
    response.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    missed,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
