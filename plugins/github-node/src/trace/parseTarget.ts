import type { RateResource } from './TraceEntry';

/** What of a GitHub is asked: its API, its pages and git, or files as they are. */
export type TargetPart = 'api' | 'web' | 'raw';

export interface Target {
  /** Without the prefix of an Enterprise Server's API, query and fragment. */
  route: string;
  owner?: string;
  repository?: string;
  /** Which limit it will count against, as far as the path tells. `other`: none that is known. */
  resource: RateResource;
}

/** First segments of pages of github.com that are no owner. */
const NO_OWNER = new Set([
  'apps',
  'enterprises',
  'github-apps',
  'login',
  'logout',
  'orgs',
  'organizations',
  'search',
  'sessions',
  'settings',
  'site',
]);

/**
 * Owner, repository and limit of a request. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api,
 * https://docs.github.com/en/enterprise-server@3.19/rest/quickstart for the prefix `/api/v3`.
 */
export function parseTarget(options: {
  part: TargetPart;
  path: string;
}): Target {
  const { part } = options;
  const [plain] = options.path.split(/[?#]/);
  if (part === 'api') {
    const route = plain.replace(
      /^\/api\/(?:v3|uploads)(?=\/|$)|^\/api(?=\/graphql)/,
      '',
    );
    return { route, ...subjectOf(route), resource: resourceOf(route) };
  }
  const [owner, repository] = segmentsOf(plain);
  return {
    route: plain,
    ...(owner !== undefined &&
      !(part === 'web' && NO_OWNER.has(owner)) && {
        owner,
        ...(repository && { repository: repository.replace(/\.git$/, '') }),
      }),
    resource: 'other',
  };
}

function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .filter(Boolean)
    .map(segment => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    });
}

function subjectOf(route: string): Pick<Target, 'owner' | 'repository'> {
  const [first, second, third] = segmentsOf(route);
  switch (first) {
    case 'repos':
      return { owner: second, repository: third };
    case 'orgs':
    case 'users':
      return { owner: second };
    default:
      return {};
  }
}

function resourceOf(route: string): RateResource {
  const [first, second] = segmentsOf(route);
  switch (first) {
    case 'graphql':
      return 'graphql';
    case 'search':
      return second === 'code' ? 'code_search' : 'search';
    // Asking for the limits is free, https://docs.github.com/en/rest/rate-limit/rate-limit; making an App from a manifest has a limit of its own.
    case 'rate_limit':
    case 'app-manifests':
      return 'other';
    default:
      return 'core';
  }
}
