import type { Config } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { readShortBlock } from '@callboard/plugin-github-node';
import type { ProblemList } from './createProblemList';
import type { GithubSettings, RepositorySource } from './GithubSettings';
import { nearestKey } from './nearestKey';
import { readRepositorySource } from './readRepositorySource';
import { REPOSITORY_KEYS } from './repositoryKeys';

const KEY = 'catalog.providers.github';
const DEFAULT_ID = 'default';

const NAMES = Object.keys(REPOSITORY_KEYS);
/** Options that are objects. */
const OPTIONS = ['filters', 'schedule', 'pageSizes', 'catalogPath'];

/**
 * The entries below `catalog.providers.github`: a single one, several with ids, or the short block `{baseUrl, token, org, schedule}`. Forms
 * and ids are stock's.
 */
export function readRepositorySources(options: {
  config: Config;
  strategy: GithubSettings['strategy'];
  isKnownHost: (host: string) => boolean;
  problems: ProblemList;
}): RepositorySource[] {
  const { config, problems } = options;
  const { strategy, isKnownHost } = options;
  const block = problems.attempt(KEY, () => config.getOptionalConfig(KEY));
  if (!block) return [];

  const short = readShortBlock({ config });
  if (short) {
    short.problems.forEach(({ configKey, reason }) =>
      problems.add(configKey, reason),
    );
    const ids = block.keys().filter(key => isEntry(block, key));
    return [
      readRepositorySource({
        id: DEFAULT_ID,
        at: KEY,
        block,
        defaults: short,
        others: ids,
        strategy,
        isKnownHost,
        problems,
      }),
      // Presets add entries with ids beside it.
      ...readEntries({
        ids,
        block,
        strategy,
        isKnownHost,
        problems,
      }),
    ];
  }
  if (block.keys().some(key => isOption(block, key))) {
    return [
      readRepositorySource({
        id: DEFAULT_ID,
        at: KEY,
        block,
        strategy,
        isKnownHost,
        problems,
      }),
    ];
  }
  return readEntries({
    ids: block.keys(),
    block,
    strategy,
    isKnownHost,
    problems,
  });
}

function readEntries(options: {
  ids: string[];
  block: Config;
  strategy: GithubSettings['strategy'];
  isKnownHost: (host: string) => boolean;
  problems: ProblemList;
}): RepositorySource[] {
  const { ids, block, strategy, isKnownHost, problems } = options;
  return ids.flatMap(id => {
    const at = `${KEY}.${id}`;
    const entry = problems.attempt(at, () => block.getConfig(id));
    return entry
      ? [
          readRepositorySource({
            id,
            at,
            block: entry,
            strategy,
            isKnownHost,
            problems,
          }),
        ]
      : [];
  });
}

/** Whether it is an option of a single entry, be it misspelt. An entry may have one of these names for its id. */
function isOption(block: Config, key: string) {
  return (
    ['string', 'number', 'boolean'].includes(typeof valueOf(block, key)) &&
    (NAMES.includes(key) || nearestKey({ key, known: NAMES }) !== undefined)
  );
}

/** Whether it is an entry beside the options of the short block. */
function isEntry(block: Config, key: string) {
  const value = valueOf(block, key);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false;
  }
  const isWhole = 'organization' in value || 'app' in value;
  return (
    !OPTIONS.includes(key) &&
    (isWhole || nearestKey({ key, known: OPTIONS }) === undefined)
  );
}

/** Unlike Backstage's reader it throws nothing for a key that cannot be one. */
function valueOf(block: Config, key: string): JsonValue | undefined {
  return block.get<JsonObject>()[key];
}
