import {
  type IncomingMessage,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const LIMIT = 1024 * 1024;

export interface PictureServer {
  /** Such as `127.0.0.1:4711`. */
  host: string;
  /** Such as `http://127.0.0.1:4711`. */
  url: string;
  /** Every request so far. */
  requests: IncomingMessage[];
  stop(): Promise<void>;
}

const PATHS: Record<string, (res: ServerResponse, query: string) => void> = {
  '/png': res => res.setHeader('content-type', 'image/png').end(PNG),
  '/type': (res, type) => res.setHeader('content-type', type).end(PNG),
  '/missing': res => res.writeHead(404, { 'content-type': 'image/png' }).end(),
  '/compressed': res =>
    res
      .writeHead(200, {
        'content-type': 'image/png',
        'content-encoding': 'gzip',
      })
      .end(PNG),
  '/cut': res => res.destroy(),
  '/limit': res =>
    res.setHeader('content-type', 'image/png').end(Buffer.alloc(LIMIT)),
  '/large': res =>
    res.setHeader('content-type', 'image/png').end(Buffer.alloc(LIMIT + 1)),
  '/endless': res => {
    res.writeHead(200, { 'content-type': 'image/png' });
    const more = () => {
      while (!res.destroyed && res.write(Buffer.alloc(64 * 1024)));
    };
    res.on('drain', more);
    more();
  },
  '/silent': () => {},
  '/stalling': res => {
    res.writeHead(200, { 'content-type': 'image/png' });
    res.write(PNG);
  },
  '/to': (res, target) =>
    res.writeHead(302, { location: target }).end('somewhere else'),
  '/hops': (res, left) =>
    left === '0'
      ? PATHS['/png'](res, '')
      : res.writeHead(307, { location: `/hops?${Number(left) - 1}` }).end(),
};

/** Starts a server on loopback that serves pictures, well and badly. */
export async function startPictureServer(): Promise<PictureServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((req, res) => {
    requests.push(req);
    const [path, query = ''] = (req.url ?? '').split('?');
    (PATHS[path] ?? PATHS['/missing'])(res, decodeURIComponent(query));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    requests,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
