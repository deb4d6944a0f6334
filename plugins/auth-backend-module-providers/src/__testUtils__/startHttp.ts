import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpRequest {
  url: URL;
  method: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface HttpAnswer {
  status?: number;
  json?: unknown;
  headers?: Record<string, string>;
}

/** A server on this machine that answers as the function says. */
export async function startHttp(
  answer: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const {
      status = 200,
      json,
      headers,
    } = await answer({
      url: new URL(request.url!, 'http://localhost'),
      method: request.method!,
      headers: request.headers,
      body,
    });
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(json === undefined ? undefined : JSON.stringify(json));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
