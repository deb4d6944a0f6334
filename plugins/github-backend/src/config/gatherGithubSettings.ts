import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';
import type { GithubSettings } from './GithubSettings';
import { readActivity } from './readActivity';
import { readDurationMs } from './readDurationMs';
import { readGuard } from './readGuard';
import { readHintSecrets } from './readHintSecrets';
import { readInference } from './readInference';
import { readPeopleSources } from './readPeopleSources';
import { readRepositorySources } from './readRepositorySources';
import { refuseUnknownKeys } from './refuseUnknownKeys';

const OWN = 'callboard.github.catalog';
const STRATEGIES = ['incremental', 'full'] as const;

/** The blocks that hold durations alone. */
const DURATIONS = {
  freshness: ['targetLag'],
  missedDeliveries: ['every'],
  wikis: ['every'],
  people: ['fullEvery'],
};
const KEYS = [
  'inferred',
  'guard',
  'preReceive',
  'enterpriseAnnotations',
  'readmeDocs',
  ...Object.keys(DURATIONS),
];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** All that the configuration says of mirroring GitHub, with defaults in place of what is wrong; that goes to `problems`. */
export function gatherGithubSettings(options: {
  config: Config;
  /** The GitHubs that are configured; where given, sources of other hosts are refused. */
  hosts?: { host: string }[];
  problems: ProblemList;
}): GithubSettings {
  const { config, hosts, problems } = options;
  const own = problems.attempt(OWN, () => config.getOptionalConfig(OWN));
  if (own) refuseUnknown({ own, problems });
  const duration = (
    key: string,
    defaultMs: number,
    atLeastMs = 10 * SECOND,
  ): number =>
    problems.attempt(`${OWN}.${key}`, () =>
      own
        ? readDurationMs({ config: own, key, defaultMs, atLeastMs })
        : undefined,
    ) ?? defaultMs;

  const known = hosts?.map(({ host }) => host.toLowerCase());
  const isKnownHost = (host: string) =>
    known?.includes(host.toLowerCase()) ?? true;
  const strategy = readStrategy({ config, problems });
  return {
    repositories: readRepositorySources({
      config,
      strategy,
      isKnownHost,
      problems,
    }),
    people: readPeopleSources({ config, isKnownHost, problems }),
    strategy,
    fullSyncIntervalMs:
      problems.attempt('catalog.fallbackFullSyncInterval', () =>
        readDurationMs({
          config,
          key: 'catalog.fallbackFullSyncInterval',
          defaultMs: 24 * HOUR,
          atLeastMs: MINUTE,
        }),
      ) ?? 24 * HOUR,
    activity: readActivity({ config, problems }),
    inference: readInference({ config: own, at: OWN, problems }),
    guard: readGuard({ config: own, at: OWN, problems }),
    freshness: { targetLagMs: duration('freshness.targetLag', 10 * MINUTE, 1) },
    hintSecrets: readHintSecrets({ config: own, at: OWN, problems }),
    missedDeliveries: {
      everyMs: duration('missedDeliveries.every', 10 * MINUTE),
    },
    wikis: { everyMs: duration('wikis.every', HOUR) },
    peopleReading: { fullEveryMs: duration('people.fullEvery', HOUR) },
    ...(problems.attempt(`${OWN}.enterpriseAnnotations`, () =>
      own?.getOptionalBoolean('enterpriseAnnotations'),
    ) && { enterpriseAnnotations: true }),
    ...(problems.attempt(`${OWN}.readmeDocs`, () =>
      own?.getOptionalBoolean('readmeDocs'),
    ) && { readmeDocs: true }),
  };
}

/** Blocks with more than durations see to their own keys. */
function refuseUnknown(options: { own: Config; problems: ProblemList }) {
  const { own, problems } = options;
  refuseUnknownKeys({ config: own, at: OWN, known: KEYS, problems });
  for (const [key, known] of Object.entries(DURATIONS)) {
    const at = `${OWN}.${key}`;
    const block = problems.attempt(at, () => own.getOptionalConfig(key));
    if (block) refuseUnknownKeys({ config: block, at, known, problems });
  }
}

function readStrategy(options: {
  config: Config;
  problems: ProblemList;
}): GithubSettings['strategy'] {
  const { config, problems } = options;
  const key = 'catalog.syncStrategy';
  const text = problems.attempt(key, () => config.getOptionalString(key));
  const strategy = STRATEGIES.find(name => name === text);
  if (text !== undefined && !strategy) {
    problems.add(
      key,
      `there is no strategy "${text}"; there are ${STRATEGIES.join(' and ')}`,
    );
  }
  return strategy ?? 'incremental';
}
