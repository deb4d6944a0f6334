import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import {
  createServiceFactory,
  createServiceRef,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  readUserToken,
  sessionsServiceRef,
} from '@callboard/plugin-access-node';
import type { RequestHandler } from 'express';
import { tokenOfRequest } from './tokenOfRequest';

/** An answer that says that the session was ended is on its way. */
const GRACE_MS = 1_000;

const closedStreamsServiceRef = createServiceRef<object>({
  id: 'callboard.access.closed-streams',
  scope: 'root',
});

/**
 * Closes what is still open for a session that was ended: event streams, long requests, WebSockets. A token is looked at when a request
 * begins; without this, a stream would go on until the browser leaves. Add `middleware` to the root router before its routes, and `service`
 * to the backend.
 */
export function closeEndedStreams(options: { graceMs?: number } = {}): {
  middleware: RequestHandler;
  service: ServiceFactory<object, 'root', 'singleton'>;
} {
  const { graceMs = GRACE_MS } = options;
  /** What is open, and the token with which it was opened. Read only when something has ended, since most requests are short. */
  const open = new Map<Socket, Set<string>>();
  const watched = new WeakSet<Server>();

  function note(socket: Socket, request: IncomingMessage) {
    const token = tokenOfRequest(request);
    if (!token) return undefined;
    const tokens = open.get(socket) ?? new Set();
    tokens.add(token);
    if (!open.has(socket)) {
      open.set(socket, tokens);
      socket.once('close', () => open.delete(socket));
    }
    return () => {
      tokens.delete(token);
    };
  }

  return {
    middleware: (request, response, next) => {
      const { server } = request.socket as Socket & { server?: Server };
      if (server && !watched.has(server)) {
        watched.add(server);
        watchUpgrades({ server, note });
      }
      const forget = note(request.socket, request);
      if (forget) response.once('close', forget);
      next();
    },
    service: createServiceFactory({
      service: closedStreamsServiceRef,
      initialization: 'always',
      deps: { sessions: sessionsServiceRef },
      factory({ sessions: { revocations } }) {
        revocations.onLoad(() => {
          for (const [socket, tokens] of open) {
            for (const token of tokens) {
              const read = readUserToken(token);
              if (!read || !revocations.has(read)) continue;
              setTimeout(() => {
                if (tokens.has(token)) socket.destroy();
              }, graceMs).unref();
            }
          }
        });
        return {};
      },
    }),
  };
}

/**
 * Notes WebSockets. Not by a listener of its own from the start: the signals plugin learns of the first one as of any request, which Node
 * makes of it only while nobody listens for upgrades.
 */
function watchUpgrades(options: {
  server: Server;
  note(socket: Socket, request: IncomingMessage): unknown;
}) {
  const { server, note } = options;
  const onUpgrade = (request: IncomingMessage, socket: unknown) => {
    note(socket as Socket, request);
  };
  server.on('newListener', event => {
    if (
      event !== 'upgrade' ||
      server.listeners('upgrade').includes(onUpgrade)
    ) {
      return;
    }
    setImmediate(() => {
      if (!server.listeners('upgrade').includes(onUpgrade)) {
        server.on('upgrade', onUpgrade);
      }
    });
  });
}
