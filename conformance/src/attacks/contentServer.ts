import { createServer, IncomingMessage } from 'node:http';

/** What is answered on a path. */
export type Page = { body: string } | { redirect: string; status: number };

/** A web server on loopback that stands for hosts of the outside world, and remembers who asked for what. */
export type ContentServer = {
  port: number;
  pages: Map<string, Page>;
  requests: { host: string; path: string; authorization?: string }[];
  stop: () => Promise<void>;
};

export async function startContentServer(): Promise<ContentServer> {
  const pages: ContentServer['pages'] = new Map();
  const requests: ContentServer['requests'] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const path = request.url ?? '';
    requests.push({
      host: request.headers.host ?? '',
      path,
      authorization: request.headers.authorization,
    });
    // Else a second reading would go over the connection of the first, without a look-up.
    response.setHeader('connection', 'close');
    const page = pages.get(path.replace(/\?.*$/, ''));
    if (!page) {
      response.writeHead(404).end();
    } else if ('redirect' in page) {
      response.writeHead(page.status, { location: page.redirect }).end();
    } else {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(page.body);
    }
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as { port: number }).port,
    pages,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}
