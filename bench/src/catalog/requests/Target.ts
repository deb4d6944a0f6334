import http from 'node:http';

/** An answer, read to its end. */
export interface Answer {
  status: number;
  body: Buffer;
  /** From the request until the last byte. */
  ms: number;
}

/** A server that is asked over one connection, which is kept open. */
export interface Target {
  ask(request: { path: string; body?: string }): Promise<Answer>;
  close(): void;
}

/** `token` is a bearer token. Requests fail with the error of the connection; every status is an answer. */
export function createTarget(options: { url: string; token: string }): Target {
  const { url, token } = options;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return {
    close: () => agent.destroy(),
    ask: ({ path, body }) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        const request = http.request(`${url}${path}`, {
          agent,
          method: body ? 'POST' : 'GET',
          headers: {
            authorization: `Bearer ${token}`,
            ...(body && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
          },
        });
        request.once('error', reject);
        request.once('response', response => {
          const chunks: Buffer[] = [];
          response.once('error', reject);
          response.on('data', chunk => chunks.push(chunk));
          response.once('end', () =>
            resolve({
              status: response.statusCode!,
              body: Buffer.concat(chunks),
              ms: performance.now() - started,
            }),
          );
        });
        request.end(body);
      }),
  };
}
