import http, { type ClientRequest } from 'node:http';
import { errorMonitor } from 'node:events';
import type { Socket } from 'node:net';
import type { OutgoingRequest, WatchedRequest } from './Outgoing';
import type { Watch } from './shareHook';

/** node's own, which its types leave out. */
interface InnerRequest extends ClientRequest {
  _header: string | null;
  onSocket(socket: Socket | null | undefined, error?: Error): void;
}
type AddRequest = (
  this: http.Agent,
  request: InnerRequest,
  options: object | string,
  ...legacy: unknown[]
) => void;

const inner = {
  agent: http.Agent.prototype as unknown as { addRequest: AddRequest },
  request: http.ClientRequest.prototype as unknown as {
    onSocket: InnerRequest['onSocket'];
  },
};

/**
 * Watches what is sent with node:http and node:https, and so by node-fetch, isomorphic-git and most libraries. Returns how to stop.
 *
 * A request waits before its agent gives it a connection, since an open one would be closed by the other side meanwhile. Agents that do not
 * inherit from node's (agent-base before 7, global-agent, tunnel) and requests without an agent show up only with their connection: they
 * wait there. diagnostics_channel tells of requests too late for either, after the agent has them.
 */
export function hookNodeHttp(watch: Watch): () => void {
  const seen = new WeakSet<ClientRequest>();
  const { addRequest } = inner.agent;
  const { onSocket } = inner.request;

  function see(request: InnerRequest, port?: unknown): WatchedRequest[] {
    if (seen.has(request)) return [];
    seen.add(request);
    const watched = watch(describe(request, port));
    if (watched.length > 0) listen(request, watched);
    return watched.filter(({ isBudgeted }) => isBudgeted);
  }

  inner.agent.addRequest = function addWatchedRequest(
    request,
    options,
    ...legacy
  ) {
    const given = typeof options === 'object' ? options : undefined;
    const watched = given
      ? see(request, (given as { port?: unknown }).port)
      : [];
    if (watched.length === 0) {
      addRequest.call(this, request, options, ...legacy);
      return;
    }
    hold({
      request,
      watched,
      go: () =>
        addRequest.call(this, request, {
          // agent-base looks for the protocol on the stack, where it is no longer to be found.
          protocol: request.protocol,
          ...given,
        }),
      end: () => onSocket.call(request, null),
    });
  };

  inner.request.onSocket = function onWatchedSocket(
    this: InnerRequest,
    socket,
    error,
  ) {
    const watched = socket && !error ? see(this, undefined) : [];
    if (!socket || watched.length === 0) {
      onSocket.call(this, socket, error);
      return;
    }
    const ignore = () => undefined;
    // Nobody listens yet, and an error without a listener would end the process.
    socket.on('error', ignore);
    hold({
      request: this,
      watched,
      go: () => {
        socket.off('error', ignore);
        onSocket.call(
          this,
          socket,
          socket.destroyed
            ? Object.assign(
                new Error('The connection ended while the request waited'),
                { code: 'ECONNRESET' },
              )
            : undefined,
        );
      },
      end: () => {
        socket.destroy();
        onSocket.call(this, null);
      },
    });
  };

  const mine = {
    addRequest: inner.agent.addRequest,
    onSocket: inner.request.onSocket,
  };
  return () => {
    // Where others have patched on top, theirs stay; ours then has nobody to tell.
    if (inner.agent.addRequest === mine.addRequest) {
      inner.agent.addRequest = addRequest;
    }
    if (inner.request.onSocket === mine.onSocket) {
      inner.request.onSocket = onSocket;
    }
  };
}

/** Lets a request go once the budget does, in the asynchronous context of whoever sent it; a request that is destroyed waits no longer. */
function hold(options: {
  request: InnerRequest;
  watched: WatchedRequest[];
  go(): void;
  /** Of a request that is destroyed. */
  end(): void;
}): void {
  const { request, watched, go, end } = options;
  const cancelled = new AbortController();
  const { destroy } = request;
  const isOwn = Object.hasOwn(request, 'destroy');
  request.destroy = function destroyWaiting(error?: Error) {
    destroy.call(request, error);
    cancelled.abort();
    return request;
  };
  function fail(error: unknown) {
    // Has no effect on one that is destroyed already; node then reports the error of that.
    destroy.call(request, error as Error);
    end();
  }
  const admitted = (async () => {
    for (const one of watched) await one.admit(cancelled.signal);
  })();
  admitted
    .finally(() => {
      if (isOwn) request.destroy = destroy;
      else delete (request as { destroy?: unknown }).destroy;
    })
    .then(() => {
      if (request.destroyed) {
        end();
        return;
      }
      try {
        go();
      } catch (error) {
        // What the agent finds wrong at once, as a certificate that is none. Nobody is left on the stack to be told.
        fail(error);
      }
    }, fail);
}

function describe(request: InnerRequest, port: unknown): OutgoingRequest {
  const isSecure = request.protocol === 'https:';
  const name = request.host.includes(':') ? `[${request.host}]` : request.host;
  const header = request.getHeader('host');
  const number = port ?? /:(\d+)$/.exec(String(header ?? ''))?.[1];
  const isUsual =
    number === undefined || Number(number) === (isSecure ? 443 : 80);
  return {
    host: isUsual ? name : `${name}:${number}`,
    method: request.method,
    // Absolute where a proxy is asked.
    path: request.path.replace(/^https?:\/\/[^/?]+/i, '') || '/',
    get authorization() {
      return authorizationOf(request);
    },
  };
}

function authorizationOf(request: InnerRequest): string | undefined {
  const authorization =
    request.getHeader('authorization') ??
    // Headers that were given as a list are there as text alone.
    /^authorization: *(.*)$/im.exec(request._header ?? '')?.[1];
  return authorization === undefined ? undefined : String(authorization);
}

/** Listens without changing anything for those who do. */
function listen(request: InnerRequest, watched: WatchedRequest[]): void {
  request.prependOnceListener('response', response => {
    watched.forEach(one =>
      one.answered({
        status: response.statusCode ?? 0,
        header(name) {
          const value = response.headers[name];
          return Array.isArray(value) ? value[0] : value;
        },
      }),
    );
    // What node does when nobody listens.
    if (request.listenerCount('response') === 0) response.resume();
  });
  request.once(errorMonitor, error =>
    watched.forEach(one => one.failed(error)),
  );
  request.once('close', () =>
    watched.forEach(one =>
      one.failed(new Error('The request was ended before an answer came')),
    ),
  );
}
