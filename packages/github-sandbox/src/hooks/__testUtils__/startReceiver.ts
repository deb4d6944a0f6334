import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery as it came in. */
export interface Received {
  /** In lower case. */
  headers: Record<string, string>;
  /** Exactly as sent. */
  body: string;
  payload: any;
}

/** A server on loopback that takes deliveries and answers with `answer`, 200 where it says nothing else. */
export async function startReceiver(
  options: {
    answer?: (
      response: http.ServerResponse,
      request: http.IncomingMessage,
    ) => void;
  } = {},
) {
  const { answer = response => response.end('ok') } = options;
  const received: Received[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const isForm = request.headers['content-type']?.includes('urlencoded');
    received.push({
      headers: request.headers as Record<string, string>,
      body,
      payload: JSON.parse(
        isForm ? new URLSearchParams(body).get('payload')! : body,
      ),
    });
    answer(response, request);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    /** The events in the order in which they came. */
    events: () => received.map(({ headers }) => headers['x-github-event']),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
