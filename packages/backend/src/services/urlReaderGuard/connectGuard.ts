import dns from 'node:dns';
import net from 'node:net';
import { NotAllowedError } from '@backstage/errors';
import { forbiddenAddress } from './forbiddenAddress';
import { readingScope, type Reading } from './readingScope';
import {
  rememberConnection,
  watchReusedConnections,
} from './reusedConnections';

type Callback = (error: Error | null, ...found: any[]) => void;

let installed = false;

/**
 * Checks every connection of this process that is made while a URL is read, at the moment of connecting: a redirect is checked as
 * well as the first request, and the address that was checked is the one dialled. http, https, undici and node-fetch all end here.
 *
 * A connection that other code of the portal made, and that an HTTP client kept open, is checked when a reading takes it over. A proxy
 * resolves names itself, and has to guard what it may reach.
 */
export function installConnectGuard(): void {
  if (installed) {
    return;
  }
  installed = true;
  watchReusedConnections();
  const connect = net.Socket.prototype.connect as (...args: any[]) => any;
  net.Socket.prototype.connect = function guardedConnect(
    this: net.Socket,
    ...args: any[]
  ) {
    const given = optionsOf(args);
    // A path is a Unix socket, which no URL can name.
    if (!given || given.options.path) {
      return connect.apply(this, args);
    }
    const reading = readingScope.getStore();
    if (!reading) {
      rememberConnection(this, later =>
        refusalOf({
          ...targetOf(given.options),
          address: this.remoteAddress,
          reading: later,
        }),
      );
      return connect.apply(this, args);
    }
    return connect.call(
      this,
      guardedOptions({ options: given.options, reading }),
      ...given.listener,
    );
  } as typeof net.Socket.prototype.connect;
}

/** `connect` takes options, or `[port, host]`, or the array that net.connect made of either. */
function optionsOf(args: any[]) {
  const [first, ...rest]: any[] = Array.isArray(args[0]) ? args[0] : args;
  const listener = rest.filter(value => typeof value === 'function');
  if (typeof first === 'object' && first !== null) {
    return { options: first, listener };
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) {
    return undefined;
  }
  const host = typeof rest[0] === 'string' ? rest[0] : undefined;
  return { options: { port: first, host }, listener };
}

function targetOf(options: { host?: string; port?: number | string }) {
  return {
    host: String(options.host || 'localhost').replace(/^\[(.*)\]$/, '$1'),
    port: Number(options.port),
  };
}

/** Why a reading may not dial an address, which the reading remembers; undefined if it may. */
function refusalOf(dial: {
  host: string;
  port: number;
  /** Undefined once a connection has ended. */
  address: string | undefined;
  reading: Reading;
}): Error | undefined {
  const { host, port, address, reading } = dial;
  const kind = address && forbiddenAddress(address);
  if (!kind || (kind === 'loopback' && reading.allowedLoopback(host, port))) {
    return undefined;
  }
  const what = `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} address`;
  const remedy =
    kind === 'loopback'
      ? '. A host of this machine has to be named in backend.reading.allow or integrations by exactly this name and port'
      : '';
  reading.refusal = new NotAllowedError(
    net.isIP(host)
      ? `Reading from ${host}:${port} is not allowed: it is ${what}${remedy}`
      : `Reading from ${host}:${port} is not allowed: it resolves to ${what}, ${address}${remedy}`,
  );
  return reading.refusal;
}

function guardedOptions(request: { options: any; reading: Reading }) {
  const { options, reading } = request;
  const { host, port } = targetOf(options);
  const resolve = options.lookup ?? dns.lookup;

  if (net.isIP(host)) {
    const refusal = refusalOf({ host, port, address: host, reading });
    // Node looks no address up. As a name that cannot be looked up, the refusal takes the way of any failed connection.
    return refusal
      ? {
          ...options,
          host: 'refused.invalid',
          lookup: (_name: string, _options: object, callback: Callback) =>
            process.nextTick(callback, refusal),
        }
      : options;
  }
  return {
    ...options,
    lookup: (name: string, lookupOptions: object, callback: Callback) =>
      resolve(
        name,
        lookupOptions,
        (error: Error | null, found: any, family?: number) => {
          if (error) {
            callback(error);
            return;
          }
          const addresses: string[] = Array.isArray(found)
            ? found.map(entry => entry.address)
            : [found];
          const refusal = addresses
            .map(address => refusalOf({ host, port, address, reading }))
            .find(Boolean);
          if (refusal) {
            callback(refusal);
          } else {
            callback(null, found, family);
          }
        },
      ),
  };
}
