import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands where the portal takes webhooks, and answers as a scenario wants. */
export interface Receiver {
  url: string;
  /** The status of every answer. @defaultValue 202 */
  answerWith(status: number): void;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  let status = 202;
  const server = http.createServer((request, response) => {
    request.resume().once('end', () => {
      response.statusCode = status;
      response.end();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith(next) {
      status = next;
    },
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
