import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** An HTTP proxy that leads to stand-ins, as a company's proxy leads to the world. */
export interface VendorProxy {
  url: string;
  /** What a process needs in its environment to use it. */
  env: Record<string, string>;
  /** Hosts that were asked for and have no stand-in, with their ports. */
  refused: string[];
  close(): Promise<void>;
}

/**
 * Serves hosts whose names are fixed, such as `login.microsoftonline.com`, or that have to be without a port, from this machine. TLS goes
 * through it untouched, so the stand-in's certificate has to be for that name.
 */
export async function startVendorProxy(
  standIns: Record<string, { port: number }>,
): Promise<VendorProxy> {
  const refused: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = http.createServer((request, response) => {
    refused.push(String(request.headers.host));
    response.writeHead(502).end();
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client: net.Socket, head) => {
    const [host, port] = request.url!.split(':');
    const standIn = port === '443' ? standIns[host] : undefined;
    client.on('error', () => {});
    if (!standIn) {
      refused.push(request.url!);
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = net.connect(standIn.port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    env: {
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: url,
      NO_PROXY: 'localhost,127.0.0.1',
    },
    refused,
    async close() {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
