import type { Socket } from 'node:net';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { attributeRequests } from '@callboard/plugin-github-node';
import type { RequestHandler } from 'express';
import type { PortalOptions } from './PortalOptions';

const DEFAULT_SHUTDOWN_GRACE_MS = 10_000;

/**
 * The stock router, but it tells who asks GitHub for something, and a shutdown ends. The stock server waits for every open connection, and
 * those of the event bus (a request held for 55 seconds) and of the signals (a WebSocket per open page) do not end by themselves.
 */
export function portalHttpRouter({
  shutdownGraceMs = DEFAULT_SHUTDOWN_GRACE_MS,
  before = [],
}: PortalOptions & {
  /** Sees each request before the routes do. */
  before?: RequestHandler[];
}) {
  return rootHttpRouterServiceFactory({
    configure({ app, applyDefaults, server, lifecycle }) {
      app.use(attributeRequests(), ...before);
      applyDefaults();
      const sockets = new Set<Socket>();
      server.on('connection', socket => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      });
      lifecycle.addShutdownHook(() => {
        setTimeout(
          () => sockets.forEach(socket => socket.destroy()),
          shutdownGraceMs,
        ).unref();
      });
    },
  });
}
