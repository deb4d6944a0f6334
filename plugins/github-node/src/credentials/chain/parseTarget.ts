import type { GithubHost } from '../../hosts/GithubHost';

/** What a URL is about. */
export interface Target {
  /** As in URLs, lower case. */
  host: string;
  owner?: string;
  repository?: string;
}

/** `git@github.com:acme/shop.git` */
const SCP = /^[\w.-]+@([\w.-]+):(?!\/\/)(.+)$/;

/**
 * Reads owner and repository from the address of an owner, a repository or anything in it: a page, a raw file, a route of the API, or what
 * git takes. Undefined for what is no address, or one of none of these hosts.
 */
export function parseTarget(options: {
  url: string;
  hosts: GithubHost[];
}): { target: Target; host: GithubHost } | undefined {
  const url = toUrl(options.url.trim());
  if (!url) return undefined;
  for (const host of options.hosts) {
    const target = within(url, host);
    if (target) return { target, host };
  }
  return undefined;
}

/** The host of an address, for messages. */
export function hostIn(url: string): string {
  return toUrl(url.trim())?.host ?? url;
}

function toUrl(text: string): URL | undefined {
  const address = addressOf(text);
  return URL.canParse(address) ? new URL(address) : undefined;
}

function addressOf(text: string): string {
  const scp = SCP.exec(text);
  if (scp) return `ssh://${scp[1]}/${scp[2]}`;
  return /^[a-z][a-z+]*:\/\//i.test(text)
    ? text.replace(/^git\+/i, '')
    : `https://${text}`;
}

function within(url: URL, host: GithubHost): Target | undefined {
  const name = host.host.toLowerCase();
  const parts = url.pathname.split('/').filter(Boolean).map(decode);

  const api = partsBelow(url, host.apiBaseUrl);
  if (api) {
    const [kind, owner, repository] = api;
    if (kind === 'repos') return named(name, owner, repository);
    if (kind === 'orgs' || kind === 'users') return named(name, owner);
    // An API may have its web pages below the same address.
    if (new URL(host.apiBaseUrl).host !== name) return { host: name };
  }
  const raw = host.rawBaseUrl && partsBelow(url, host.rawBaseUrl);
  if (raw && new URL(host.rawBaseUrl!).host !== name) {
    return named(name, raw[0], raw[1]);
  }
  // With ssh the port is another one.
  const isHere =
    url.host === name ||
    (url.protocol === 'ssh:' && url.hostname === name.replace(/:\d+$/, ''));
  if (!isHere) return undefined;
  return parts[0] === 'orgs' || parts[0] === 'organizations'
    ? named(name, parts[1])
    : named(name, parts[0], parts[1]);
}

function partsBelow(url: URL, base: string): string[] | undefined {
  const { host, pathname } = new URL(base);
  const prefix = pathname.replace(/\/+$/, '');
  return url.host === host && `${url.pathname}/`.startsWith(`${prefix}/`)
    ? url.pathname.slice(prefix.length).split('/').filter(Boolean).map(decode)
    : undefined;
}

function named(host: string, owner?: string, repository?: string): Target {
  return {
    host,
    ...(owner && { owner }),
    ...(owner &&
      repository && { repository: repository.replace(/\.git$/, '') }),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
