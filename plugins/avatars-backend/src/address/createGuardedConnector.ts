import {
  type LookupAddress,
  type LookupOptions,
  lookup as dnsLookup,
} from 'node:dns';
import { type LookupFunction, isIP } from 'node:net';
import { buildConnector } from 'undici';
import { AddressRefusedError } from './AddressRefusedError';
import { isPublicAddress } from './isPublicAddress';

/** Resolves a host name to all of its addresses, as `dns.lookup` does. */
export type LookupAll = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (
    error: NodeJS.ErrnoException | null,
    addresses: LookupAddress[],
  ) => void,
) => void;

/**
 * Creates a connector for an undici `Agent` that dials public addresses only, but for the allowed hosts.
 *
 * The check sits between resolving a name and dialling it: the socket gets the very addresses that were checked, so a
 * name that resolves differently the next time gains nothing. It sees every connection, those of redirects included.
 */
export function createGuardedConnector(options: {
  /** Hosts as `host` or `host:port`, lower case, that may have any address. */
  allowedHosts: ReadonlySet<string>;
  lookup?: LookupAll;
  isPublic?: (address: string) => boolean;
}): buildConnector.connector {
  const {
    allowedHosts,
    lookup = dnsLookup,
    isPublic = isPublicAddress,
  } = options;

  const guardedLookup: LookupFunction = (hostname, lookupOptions, callback) => {
    lookup(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
      } else if (
        addresses.length === 0 ||
        // One private address among public ones is enough: the socket may choose it.
        !addresses.every(({ address }) => isPublic(address))
      ) {
        callback(new AddressRefusedError(hostname), '', 0);
      } else if (lookupOptions.all) {
        callback(null, addresses);
      } else {
        callback(null, addresses[0].address, addresses[0].family);
      }
    });
  };

  const dialAny = buildConnector({ lookup: lookup as LookupFunction });
  const dialPublic = buildConnector({ lookup: guardedLookup });

  return (target, callback) => {
    if (allowedHosts.has(target.host ?? target.hostname)) {
      dialAny(target, callback);
      return;
    }
    // A literal address is dialled without a look-up.
    if (isIP(target.hostname) && !isPublic(target.hostname)) {
      callback(new AddressRefusedError(target.hostname), null);
      return;
    }
    dialPublic(target, callback);
  };
}
