import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readGithubSettings } from '../readGithubSettings';

export function readSettings(data: JsonObject, hosts?: { host: string }[]) {
  return readGithubSettings({ config: new ConfigReader(data, 'test'), hosts });
}

/** What reading them says is wrong, a line for each. */
export function problemsOf(
  data: JsonObject,
  hosts?: { host: string }[],
): string[] {
  try {
    readSettings(data, hosts);
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map(line => line.replace(/^- /, ''));
  }
  return [];
}
