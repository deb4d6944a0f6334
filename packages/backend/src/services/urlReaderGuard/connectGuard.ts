import dns from 'node:dns';
import net from 'node:net';
import { NotAllowedError } from '@backstage/errors';
import { forbiddenAddress } from './forbiddenAddress';
import { Reading, readingScope } from './readingScope';

type Callback = (error: Error | null, ...found: any[]) => void;

let installed = false;

/**
 * Checks every connection of this process that is made while a URL is read, at the moment of connecting: a redirect is checked as
 * well as the first request, and the address that was checked is the one dialled. http, https, undici and node-fetch all end here.
 *
 * A connection that an HTTP agent kept alive is used again without a check. It was made to the same host name by other code
 * of the portal, never to a host that only a redirect named, so there is nothing to gain for an attacker. A proxy
 * resolves names itself, and has to guard what it may reach.
 */
export function installConnectGuard(): void {
  if (installed) {
    return;
  }
  installed = true;
  const connect = net.Socket.prototype.connect as (...args: any[]) => any;
  net.Socket.prototype.connect = function guardedConnect(
    this: net.Socket,
    ...args: any[]
  ) {
    const reading = readingScope.getStore();
    const given = reading && optionsOf(args);
    // A path is a Unix socket, which no URL can name.
    if (!given || given.options.path) {
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

function guardedOptions(request: { options: any; reading: Reading }) {
  const { options, reading } = request;
  const host = String(options.host || 'localhost').replace(/^\[(.*)\]$/, '$1');
  const port = Number(options.port);
  const resolve = options.lookup ?? dns.lookup;

  const refusalOf = (address: string): Error | undefined => {
    const kind = forbiddenAddress(address);
    if (!kind || (kind === 'loopback' && reading.allowedLoopback(host, port))) {
      return undefined;
    }
    const what = `${
      { invalid: 'an invalid', unspecified: 'an unspecified' }[
        kind as string
      ] ?? `a ${kind}`
    } address`;
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
  };

  if (net.isIP(host)) {
    const refusal = refusalOf(host);
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
          const refusal = addresses.map(refusalOf).find(Boolean);
          if (refusal) {
            callback(refusal);
          } else {
            callback(null, found, family);
          }
        },
      ),
  };
}
