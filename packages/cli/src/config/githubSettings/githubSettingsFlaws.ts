import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { StoredCredential } from '@callboard/plugin-github-node';
import type { Problem } from '../../problems/Problem';
import { locateKey } from '../locateKey';
import type { MergedConfig } from '../merge/mergeLayers';
import { shortBlockOf } from '../shortBlock/shortBlockOf';
import { valueAt } from '../valueAt';
import { settingsReader } from './settingsReader';

const DOCS = 'docs/catalog-from-github.md';

/** Where the settings are; without any of them there is nothing to read. */
const BLOCKS = [
  'catalog.providers.github',
  'catalog.providers.githubOrg',
  'catalog.syncStrategy',
  'catalog.fallbackFullSyncInterval',
  'callboard.github.catalog',
];

/** What the catalog from GitHub would refuse to start with, by the function that it starts with, and what it would not heed. What is wrong with the short block is told elsewhere. */
export async function githubSettingsFlaws(options: {
  merged: MergedConfig;
  credentials: StoredCredential[];
  /** Leaves out what may only follow from other problems: keys that are missing, and what presets wrote. */
  onlyWritten: boolean;
}): Promise<{
  /** With keys as in the paths of the schema: `rules.0.owner`. */
  problems: (Problem & { key: string })[];
  warnings: string[];
}> {
  const { merged, credentials, onlyWritten } = options;
  if (!BLOCKS.some(key => isSet(merged.data, key))) {
    return { problems: [], warnings: [] };
  }
  const { inspectGithubSettings, readGithubHosts } = settingsReader();
  const config = new ConfigReader(merged.data, 'the configuration');
  const { hosts } = readGithubHosts({ config, stored: credentials });
  const flaws = inspectGithubSettings({ config, hosts });
  const place = async (key: string) =>
    locateKey({ segments: toPath(key).split('.'), root: merged.root });

  const ofShortBlock = shortBlockOf(merged.data)?.problems.map(
    ({ configKey }) => configKey,
  );
  const problems = await Promise.all(
    flaws.problems.map(async ({ key, reason }) => {
      if (ofShortBlock?.includes(key)) return [];
      const location = await place(key);
      const isWritten =
        location?.isExact && location.node.layer.kind !== 'preset';
      return onlyWritten && !isWritten
        ? []
        : [
            {
              key: toPath(key),
              code: 'config-github',
              problem: `the configuration key ${key} cannot be used: ${reason}`,
              where: location?.where,
              remedy: 'correct the key, or remove it to get the default',
              docs: DOCS,
            },
          ];
    }),
  );
  const warnings = await Promise.all(
    flaws.warnings.map(async ({ key, reason }) => {
      const where = (await place(key))?.where;
      return `${key}${where ? ` (${where})` : ''}: ${reason}.`;
    }),
  );
  return { problems: problems.flat(), warnings };
}

function isSet(data: JsonObject, key: string) {
  return valueAt(data, key) !== undefined;
}

/** `rules[0].owner` -> `rules.0.owner`, as in the paths of the schema. */
function toPath(key: string): string {
  return key.replace(/\[(\d+)\]/g, '.$1');
}
