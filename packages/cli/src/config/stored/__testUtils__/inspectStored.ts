import fs from 'node:fs';
import path from 'node:path';
import type { StoredCredential } from '@callboard/plugin-github-node';
import { configEntries } from '../../../configCommand/configEntries';
import { createEnvironment } from '../../../testing/createEnvironment';
import { shippedRoot } from '../../../testing/shippedRoot';
import { inspectPortalConfig } from '../../loadPortalConfig';

/** What a start would read, with these credentials in the data directory. */
export async function inspectStored(options: {
  credentials: StoredCredential[];
  env?: Record<string, string>;
  presets?: string[];
  local?: Record<string, unknown>;
  /** In place of the credentials. */
  text?: string;
}) {
  const { credentials, env, presets, local, text } = options;
  const root = shippedRoot(
    local ? { 'app-config.local.yaml': local as never } : {},
  );
  const file = path.join(root, 'data', 'connections', 'credentials.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text ?? JSON.stringify({ version: 1, credentials }));
  const environment = createEnvironment(root, env, { presets });
  const portal = await inspectPortalConfig(environment);
  return {
    portal,
    environment,
    github: portal.config.getOptional<any[]>('integrations.github'),
    problems: portal.problems.map(({ problem }) => problem),
    async entry(key: string) {
      const entries = await configEntries({ portal, environment });
      return entries.find(entry => entry.key === key);
    },
  };
}
