import type { Config } from '@backstage/config';
import { createProblemList } from './createProblemList';
import { gatherGithubSettings } from './gatherGithubSettings';
import type { SettingFlaw } from './SettingFlaw';

/** What is wrong with the settings of the catalog from GitHub, and what in them has no effect, for a check before a start. Throws nothing. */
export function inspectGithubSettings(options: {
  config: Config;
  /** The GitHubs that are configured; where given, sources of other hosts are refused. */
  hosts?: { host: string }[];
}): { problems: SettingFlaw[]; warnings: SettingFlaw[] } {
  const problems = createProblemList();
  gatherGithubSettings({ ...options, problems });
  return { problems: problems.problems(), warnings: problems.warnings() };
}
