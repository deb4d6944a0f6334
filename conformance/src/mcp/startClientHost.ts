import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { testAuthority } from '../presets/standIns/testAuthority';

/** Where the makers of clients, good and bad, keep the documents that their clients are known by. */
export interface ClientHost {
  /** `https://localhost:PORT`. */
  url: string;
  /** The authority of its certificate, as a file. */
  caFile: string;
  /** What to answer below a path: a document, or where to go instead. */
  pages: Map<string, { document?: object; redirect?: string }>;
  /** A server of this machine that nobody outside should make the portal call. */
  inside: { url: string; requests: string[] };
  stop(): Promise<void>;
}

/** Starts both servers on free ports of this machine. */
export async function startClientHost(): Promise<ClientHost> {
  const authority = await testAuthority();
  const pages: ClientHost['pages'] = new Map();
  const host = createHttpsServer(
    await authority.issue(),
    (request, response) => {
      const page = pages.get(request.url!);
      if (page?.redirect) {
        response.writeHead(302, { location: page.redirect });
      } else {
        response.writeHead(page ? 200 : 404, {
          'content-type': 'application/json',
        });
      }
      response.end(JSON.stringify(page?.document ?? {}));
    },
  );
  const requests: string[] = [];
  const insider = createHttpServer((request, response) => {
    requests.push(request.url!);
    response.end('{}');
  });
  return {
    url: `https://localhost:${await listen(host)}`,
    caFile: authority.caFile,
    pages,
    inside: { url: `http://127.0.0.1:${await listen(insider)}`, requests },
    async stop() {
      for (const server of [host, insider]) {
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
      }
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, resolve));
  return (server.address() as AddressInfo).port;
}
