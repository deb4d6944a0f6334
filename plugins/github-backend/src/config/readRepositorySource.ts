import { readSchedulerServiceTaskScheduleDefinitionFromConfig as readSchedule } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { isLogin } from './isLogin';
import type { ProblemList } from './createProblemList';
import type { GithubSettings, RepositorySource } from './GithubSettings';
import { nearestKey } from './nearestKey';
import { readCatalogPaths } from './readCatalogPaths';
import { readFilters } from './readFilters';
import { REPOSITORY_KEYS, SHORT_KEYS } from './repositoryKeys';
import { tellUnknownKeys } from './tellUnknownKeys';
import { unknownHost } from './unknownHost';

/** Asking what is new costs one request. With `full` all is read each time, and the default is stock's. */
const DEFAULT_SCHEDULES: Record<
  GithubSettings['strategy'],
  RepositorySource['schedule']
> = {
  incremental: { frequency: { minutes: 5 }, timeout: { hours: 1 } },
  full: { frequency: { hours: 3 }, timeout: { hours: 1 } },
};

/** GitHub's own. https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
const LARGEST_PAGE = 100;

/** One entry, with stock's options, defaults and refusals. What is wrong in it goes to `problems`, and has its default in the result. */
export function readRepositorySource(options: {
  id: string;
  /** The full path of `block`. */
  at: string;
  block: Config;
  /** From the short block. */
  defaults?: { host: string; organization?: string };
  /** Keys of `block` that are other entries. */
  others?: string[];
  strategy: GithubSettings['strategy'];
  isKnownHost: (host: string) => boolean;
  problems: ProblemList;
}): RepositorySource {
  const { id, at, block, defaults, others = [], problems } = options;
  const { strategy, isKnownHost } = options;
  const read = <T>(key: string, get: (path: string) => T) =>
    problems.attempt(`${at}.${key}`, () => get(key));

  const organization =
    read('organization', key => block.getOptionalString(key)) ??
    defaults?.organization;
  const app = read('app', key => block.getOptionalNumber(key));
  tellUnknownKeys({
    config: block,
    at,
    known: REPOSITORY_KEYS,
    except: [...SHORT_KEYS, ...others],
    problems,
  });
  const isMisspelt = block
    .keys()
    .some(key => nearestKey({ key, known: ['organization', 'app'] }));
  if (!organization && !app && !isMisspelt) {
    problems.add(
      at,
      'Either organization or app must be specified: the organisation to read, or the App whose organisations to read',
    );
  }
  if (organization && !isLogin(organization)) {
    problems.add(
      `${at}.organization`,
      `"${organization}" is not an organisation's name; write it as in github.com/NAME, without the address`,
    );
  }
  const host =
    read('host', key => block.getOptionalString(key)) ??
    defaults?.host ??
    'github.com';
  if (!isKnownHost(host)) problems.add(`${at}.host`, unknownHost(host));
  if (!defaults) refuseShortKeys({ at, block, problems });

  const catalogPaths = readCatalogPaths({ at, block, problems });
  const validateLocationsExist =
    read('validateLocationsExist', key => block.getOptionalBoolean(key)) ??
    false;
  const wildcard = catalogPaths.find(path => path.includes('*'));
  if (validateLocationsExist && wildcard) {
    problems.add(
      `${at}.validateLocationsExist`,
      `The catalog path /${wildcard} contains a wildcard, which is incompatible with validation of locations existing before emitting them. Ensure that validateLocationsExist is set to false.`,
    );
  }

  const pageSize = read('pageSizes.repositories', key =>
    block.getOptionalNumber(key),
  );
  if (pageSize !== undefined && !(pageSize >= 1 && pageSize <= LARGEST_PAGE)) {
    problems.add(
      `${at}.pageSizes.repositories`,
      `it must be from 1 to ${LARGEST_PAGE}, which is GitHub's own limit`,
    );
  }

  return {
    id,
    providerName: `github-provider:${id}`,
    host,
    ...(organization && { organization }),
    ...(app && { app }),
    catalogPaths,
    filters: readFilters({ at, block, problems }),
    validateLocationsExist,
    schedule:
      read('schedule', key =>
        block.has(key) ? readSchedule(block.getConfig(key)) : undefined,
      ) ?? DEFAULT_SCHEDULES[strategy],
    ...(pageSize && { pageSize }),
  };
}

/** They are meant for the whole of the block; here they would have no effect. */
function refuseShortKeys(options: {
  at: string;
  block: Config;
  problems: ProblemList;
}) {
  const { at, block, problems } = options;
  const instead = {
    baseUrl: 'host, and an entry for it in integrations.github',
    token: 'an entry in integrations.github, with the token',
    org: 'organization',
  };
  for (const [key, other] of Object.entries(instead)) {
    if (block.has(key)) {
      problems.add(
        `${at}.${key}`,
        `it is known only directly below catalog.providers.github; write ${other}`,
      );
    }
  }
}
