import dns from 'node:dns';
import net from 'node:net';

/**
 * Loaded first in a server under test: reports every outward connection to the parent process, and gives names and
 * addresses of the test their meaning. Without it a test could only tell that no answer came, not that nobody asked.
 *
 * `CONFORMANCE_NETWORK` holds a `TestNetwork`.
 */
export type TestNetwork = {
  /** The answers to look-ups of a name, one after the other; the last one stays. */
  names: Record<string, string[]>;
  /** Addresses that stand for a server of the test. They are reported as they are, and connected to loopback. */
  servers: string[];
};

/** A connection that the server made, or that was stopped. */
export type Dial = { host: string; address: string; port: number };

const network: TestNetwork = JSON.parse(
  process.env.CONFORMANCE_NETWORK ?? '{"names":{},"servers":[]}',
);
const lookups: Record<string, number> = {};

const realLookup = dns.lookup;
(dns as { lookup: unknown }).lookup = function lookup(
  name: string,
  ...rest: any[]
) {
  const callback = rest.at(-1);
  const options = rest.length > 1 ? rest[0] : {};
  const answers = network.names[name.toLowerCase().replace(/\.$/, '')];
  if (!answers) {
    if (name === 'localhost' || net.isIP(name)) {
      return (realLookup as Function)(name, ...rest);
    }
    // Tests know no other name, and what they find must not depend on the network that they run in.
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), {
      code: 'ENOTFOUND',
      hostname: name,
    });
    process.nextTick(() => callback(error));
    return undefined;
  }
  const turn = lookups[name] ?? 0;
  lookups[name] = turn + 1;
  const address = answers[Math.min(turn, answers.length - 1)];
  const family = net.isIP(address);
  process.nextTick(() =>
    options.all
      ? callback(null, [{ address, family }])
      : callback(null, address, family),
  );
  return undefined;
};

const realConnect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connect(
  this: net.Socket,
  ...args: any[]
) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first !== 'object' || first === null || !first.port) {
    return realConnect.apply(this, args as any);
  }
  const host: string = first.host ?? 'localhost';
  const port = Number(first.port);
  const realOptionLookup = first.lookup ?? dns.lookup;

  const dial = (address: string): string => {
    if (!isLoopback(address)) {
      process.send?.({ type: 'dial', dial: { host, address, port } });
      // A refused connection, at once and without leaving the machine.
      return network.servers.includes(address) ? '127.0.0.1' : '127.0.0.253';
    }
    if (network.names[host] || process.env.CONFORMANCE_ALL_DIALS) {
      process.send?.({ type: 'dial', dial: { host, address, port } });
    }
    return address;
  };
  if (net.isIP(host)) {
    first.host = dial(host);
  } else {
    first.lookup = (name: string, options: any, callback: any) =>
      realOptionLookup(name, options, (error: any, found: any, family: any) => {
        if (error) {
          callback(error);
        } else if (Array.isArray(found)) {
          callback(
            null,
            found.map(entry => ({ family: 4, address: dial(entry.address) })),
          );
        } else {
          const address = dial(found);
          callback(null, address, address === found ? family : 4);
        }
      });
  }
  return realConnect.apply(this, args as any);
} as typeof realConnect;

function isLoopback(address: string) {
  return address.startsWith('127.') || address === '::1';
}
