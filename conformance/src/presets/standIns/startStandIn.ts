import { once } from 'node:events';
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
} from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { testAuthority } from './testAuthority';

/** A request as a route of a stand-in sees it. */
export interface StandInRequest {
  method: string;
  url: URL;
  /** What `:name` in the route stands for, decoded. */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface StandInAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** `METHOD /path/:name`, and `*name` for the rest of a path. A slash at the end does not matter. */
export type StandInRoutes = Record<
  string,
  (request: StandInRequest) => StandInAnswer | Promise<StandInAnswer>
>;

/** A small server of this machine that answers as a vendor's does. */
export interface StandIn {
  /** `https://localhost:PORT`; the certificate is of `testAuthority`. */
  url: string;
  /** Host and port, as in the URL. */
  host: string;
  port: number;
  /** Method and path with query of each request. */
  requests: string[];
  /** Requests without a route: those that the portal makes and the stand-in cannot answer. */
  unknown: string[];
  close(): Promise<void>;
}

/** Answers with JSON. Name the vendor's type, so that the compiler checks the answer. */
export function json<T>(
  value: T,
  options: { status?: number; headers?: Record<string, string> } = {},
): StandInAnswer {
  return {
    status: options.status,
    headers: { 'content-type': 'application/json', ...options.headers },
    body: JSON.stringify(value),
  };
}

/** Starts a server on a free port. What has no route is answered with 501, and with what was asked. */
export async function startStandIn(options: {
  /** The vendor's product, for messages. */
  name: string;
  routes: StandInRoutes | ((url: string) => StandInRoutes);
  /** Says what is wrong with the credential of a request, if anything. */
  refuse?(request: StandInRequest): StandInAnswer | undefined;
  /** Names that the certificate is for, besides this machine's. */
  hosts?: string[];
  /** A server of its own for what is under a path and has no route. */
  mount?: { path: string; create(url: string): RequestListener };
}): Promise<StandIn> {
  const { name, refuse, hosts, mount } = options;
  const server = https.createServer(await (await testAuthority()).issue(hosts));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `localhost:${port}`;
  const ownUrl = `https://${host}`;

  const find = createFinder(
    typeof options.routes === 'function'
      ? options.routes(ownUrl)
      : options.routes,
  );
  const mounted = mount?.create(ownUrl);
  const requests: string[] = [];
  const unknown: string[] = [];

  const answer = async (request: IncomingMessage): Promise<StandInAnswer> => {
    const url = new URL(request.url!, `https://${request.headers.host}`);
    const method = request.method!;
    const route = find(method, url.pathname);
    if (!route) {
      const asked = `${method} ${request.url}`;
      unknown.push(asked);
      return json(
        { message: `The stand-in of ${name} has no route ${asked}` },
        { status: 501 },
      );
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const known: StandInRequest = {
      method,
      url,
      params: route.params,
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    return refuse?.(known) ?? (await route.handler(known));
  };

  server.on('request', async (request, response) => {
    const path = request.url!.split('?')[0];
    requests.push(`${request.method} ${request.url}`);
    if (
      mounted &&
      path.startsWith(mount!.path) &&
      !find(request.method!, path)
    ) {
      mounted(request, response);
      return;
    }
    const { status, headers, body } = await answer(request).catch(error => ({
      status: 500,
      headers: {},
      body: `The stand-in of ${name} failed: ${error.stack}`,
    }));
    response.writeHead(status ?? 200, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  });

  return {
    url: ownUrl,
    host,
    port,
    requests,
    unknown,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function createFinder(all: StandInRoutes) {
  const routes = Object.entries(all).map(([route, handler]) => ({
    ...toPattern(route),
    handler,
  }));
  return (method: string, path: string) => {
    for (const route of routes) {
      const match =
        (route.method === method || route.method === 'ANY') &&
        route.pattern.exec(path);
      if (match) {
        return {
          handler: route.handler,
          params: decodeAll(match.groups ?? {}),
        };
      }
    }
    return undefined;
  };
}

function toPattern(route: string) {
  const [method, path] = route.split(' ');
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*(\w+)/g, '(?<$1>.*)');
  return { method, pattern: new RegExp(`^${source}/?$`) };
}

function decodeAll(params: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ]),
  );
}
