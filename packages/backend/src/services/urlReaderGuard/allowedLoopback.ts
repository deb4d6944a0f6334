import type { Config } from '@backstage/config';
import ipaddr from 'ipaddr.js';

/** Whether a host of this machine, by its literal name and port, may be read from. */
export type AllowedLoopback = (host: string, port: number) => boolean;

type Entry = { host: string; from: number; to: number };

const INTEGRATION_KEYS = [
  'host',
  'apiBaseUrl',
  'rawBaseUrl',
  'baseUrl',
  'gitilesBaseUrl',
  'cloneUrl',
  'endpoint',
];
/** A reading that goes through a proxy on this machine dials the proxy. */
const PROXY_VARIABLES = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'http_proxy',
  'https_proxy',
  'GLOBAL_AGENT_HTTP_PROXY',
  'GLOBAL_AGENT_HTTPS_PROXY',
];

/**
 * The hosts of this machine that the operator has configured: in `integrations` or `connections`, in `backend.reading.allow` or as HTTP proxy
 * in the environment. An entry without a port means the ports of http and https. Another name for this machine is never allowed.
 */
export function allowedLoopback(options: {
  config: Config;
  env: Record<string, string | undefined>;
}): AllowedLoopback {
  const { config, env } = options;
  const entries = [
    ...readingEntries(config),
    ...integrationEntries(config),
    ...PROXY_VARIABLES.flatMap(name => entryOf(env[name] ?? '')),
  ].filter(({ host }) => isLocal(host));
  return (host, port) =>
    entries.some(
      entry =>
        entry.host === host.toLowerCase() &&
        port >= entry.from &&
        port <= entry.to,
    );
}

function isLocal(host: string): boolean {
  return (
    host === 'localhost' ||
    (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
  );
}

function readingEntries(config: Config): Entry[] {
  return (config.getOptionalConfigArray('backend.reading.allow') ?? []).flatMap(
    allow => {
      const host = allow.getString('host');
      // Stock's readers allow a range of ports here.
      const range = host.match(/^(.*):(\d+)-(\d+)$/);
      return range
        ? entryOf(range[1])
            .map(({ host: name }) => ({
              host: name,
              from: Number(range[2]),
              to: Number(range[3]),
            }))
            .slice(0, 1)
        : entryOf(host);
    },
  );
}

function integrationEntries(config: Config): Entry[] {
  const integrations = config.getOptional('integrations');
  const connections = config.getOptional('connections');
  return [...Object.values(integrations ?? {}), connections]
    .flat()
    .flatMap(integration =>
      INTEGRATION_KEYS.map(key => (integration as any)?.[key]),
    )
    .filter(value => typeof value === 'string')
    .flatMap(entryOf);
}

/** Of a URL or a `host:port`. */
function entryOf(value: string): Entry[] {
  const text = value.includes('://') ? value : `any://${value}`;
  if (!value || !URL.canParse(text)) {
    return [];
  }
  const { protocol, hostname, port } = new URL(text);
  const host = hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  const ports = {
    'http:': [80],
    'https:': [443],
  }[protocol] ?? [80, 443];
  return (port ? [Number(port)] : ports).map(number => ({
    host,
    from: number,
    to: number,
  }));
}
