import type {
  GithubSettings,
  RepositorySource,
} from '../../config/GithubSettings';

/** Settings with one source for `acme`, whose descriptors are `catalog-info.yaml` at the root. */
export function eventSettings(options: {
  host: string;
  source?: Partial<RepositorySource>;
  more?: Partial<GithubSettings>;
}): GithubSettings {
  const { host, source, more } = options;
  const schedule = { frequency: { minutes: 5 }, timeout: { minutes: 5 } };
  return {
    repositories: [
      {
        id: 'default',
        providerName: 'github-provider:default',
        host,
        organization: 'acme',
        catalogPaths: ['catalog-info.yaml'],
        filters: { allowForks: true, topic: {}, allowArchived: false },
        validateLocationsExist: false,
        schedule,
        ...source,
      },
    ],
    people: [],
    strategy: 'incremental',
    fullSyncIntervalMs: 86_400_000,
    guard: { share: 0.2, count: 10 },
    freshness: { targetLagMs: 1_000 },
    hintSecrets: [],
    missedDeliveries: { everyMs: 300_000 },
    wikis: { everyMs: 3_600_000 },
    peopleReading: { fullEveryMs: 3_600_000 },
    enterpriseAnnotations: false,
    ...more,
  };
}

export const INFERENCE: GithubSettings['inference'] = {
  lifecycle: 'production',
  type: { fork: 'fork', other: 'service' },
  wikis: false,
  rules: [],
};
