import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { readingScope, type Reading } from './readingScope';

/**
 * Connections that were made outside of a reading, and which a reading must not take over from the pool of an HTTP client: the
 * portal's calls to itself, or those of a cloud's library to the metadata service. Each with what says so.
 */
const connections = new WeakMap<
  Socket,
  (reading: Reading) => Error | undefined
>();

/** Remembers a connection made outside of a reading, and how to tell whether a reading may use it. */
export function rememberConnection(
  socket: Socket,
  refusalIn: (reading: Reading) => Error | undefined,
): void {
  connections.set(socket, refusalIn);
}

/** Ends a remembered connection when a reading that may not use it is about to send a request over it. Call it once. */
export function watchReusedConnections(): void {
  const check = (reading: Reading, socket: Socket) => {
    const refusal = connections.get(socket)?.(reading);
    if (refusal) {
      socket.destroy(refusal);
    }
  };
  // node:http, and so node-fetch.
  subscribe('http.client.request.created', message => {
    const reading = readingScope.getStore();
    if (reading) {
      (message as { request: ClientRequest }).request.once('socket', socket =>
        check(reading, socket),
      );
    }
  });
  // The global fetch. Published before anything is written.
  subscribe('undici:client:sendHeaders', message => {
    const reading = readingScope.getStore();
    if (reading) {
      check(reading, (message as { socket: Socket }).socket);
    }
  });
}
