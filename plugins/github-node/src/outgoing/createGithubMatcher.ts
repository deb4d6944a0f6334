import type { GithubHost } from '../hosts/GithubHost';
import type { IsGithub } from './Outgoing';

/** Of github.com, beside its pages. https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-githubs-ip-addresses */
const OF_GITHUB_COM = {
  api: ['api.github.com', 'uploads.github.com'],
  raw: [
    'raw.githubusercontent.com',
    'codeload.github.com',
    'media.githubusercontent.com',
    'objects.githubusercontent.com',
    'release-assets.githubusercontent.com',
  ],
} as const;

/** What a REST API at the root of a host answers; everything else there is a page or git. */
const API_AT_ROOT = new Set([
  'app',
  'app-manifests',
  'apps',
  'applications',
  'emojis',
  'enterprises',
  'events',
  'feeds',
  'gists',
  'gitignore',
  'graphql',
  'installation',
  'installations',
  'issues',
  'licenses',
  'marketplace_listing',
  'markdown',
  'meta',
  'networks',
  'notifications',
  'octocat',
  'organizations',
  'orgs',
  'rate_limit',
  'repos',
  'repositories',
  'search',
  'teams',
  'user',
  'users',
  'versions',
  'zen',
]);
/**
 * Tells which requests go to one of the configured GitHubs. An Enterprise Server has its API below `/api` and its pages beside it; hosts
 * that a configuration change adds are seen at once.
 */
export function createGithubMatcher(options: {
  /** Another array after each change, and the same until then: it is asked for each request of the process, to whatever host. */
  hosts: () => GithubHost[];
}): IsGithub {
  let known: { hosts: GithubHost[]; entries: Map<string, Place[]> } | undefined;

  return (host, path) => {
    const hosts = options.hosts();
    if (known?.hosts !== hosts) known = { hosts, entries: entriesOf(hosts) };
    const places = known.entries.get(host.toLowerCase());
    if (!places) return undefined;
    const place = placeOf(places, path);
    return { host: place.host, part: place.part };
  };
}

/** REST, GraphQL and uploads of an Enterprise Server lie side by side, and the configuration names the first alone. */
const API_OF_ENTERPRISE = /^\/api\/(v3|graphql|uploads)(\/|\?|$)/;

/** What a configured GitHub has at an address, below a path. */
interface Place {
  host: string;
  part: 'api' | 'web' | 'raw';
  base: string;
}

/** By address. Several GitHubs may share one, as those of a trial do. */
function entriesOf(hosts: GithubHost[]): Map<string, Place[]> {
  const entries = new Map<string, Place[]>();
  const add = (address: string, place: Place) =>
    entries.set(address, [...(entries.get(address) ?? []), place]);

  for (const { host, apiBaseUrl, webUrl, rawBaseUrl } of hosts) {
    for (const [part, url] of [
      ['api', apiBaseUrl],
      ['raw', rawBaseUrl],
      ['web', webUrl],
    ] as const) {
      const parsed = url === undefined ? undefined : parse(url);
      if (parsed) {
        const base = parsed.pathname.replace(/\/$/, '');
        add(parsed.host, { host, part, base });
      }
    }
    if (host === 'github.com') {
      for (const part of ['api', 'raw'] as const) {
        OF_GITHUB_COM[part]
          .filter(address => !entries.has(address))
          .forEach(address => add(address, { host, part, base: '' }));
      }
    }
  }
  return entries;
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** Of an address with several: the API by its path, where that is the root by what it answers; then the longest base that fits. */
function placeOf(places: Place[], path: string): Place {
  if (places.length === 1) return places[0];
  const apis = places.filter(({ part }) => part === 'api');
  const atRoot = apis.find(({ base }) => base === '');
  if (API_OF_ENTERPRISE.test(path) && apis.length > 0) {
    return apis.find(({ base }) => base !== '') ?? apis[0];
  }
  if (atRoot && isApiAtRoot(path)) return atRoot;
  const [best] = places
    .filter(({ part, base }) => part !== 'api' || base !== '')
    .filter(({ base }) => path === base || path.startsWith(`${base}/`))
    // Sorting is stable: of equals the one that the configuration names first.
    .sort((one, other) => other.base.length - one.base.length);
  return best ?? { ...places[0], part: 'web' };
}

function isApiAtRoot(path: string): boolean {
  const [, first] = /^\/([^/?]+)/.exec(path) ?? [];
  // Git, and downloads of a repository, whatever its owner is called.
  if (/^\/[^/]+\/[^/]+\.git\//.test(path)) return false;
  return API_AT_ROOT.has(first);
}
