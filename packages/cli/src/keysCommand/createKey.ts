import { printJson } from '../portalCommand/printJson';
import { describeScopes } from './describeScopes';
import type { CreateOptions } from './registerKeysCommand';
import { runKeysCommand } from './runKeysCommand';

/** `callboard keys create`. Ends the process. */
export async function createKey(asked: {
  name: string;
  options: CreateOptions;
}): Promise<void> {
  const { name, options } = asked;
  const { owner, plugins, permissions, readOnly, expiresIn } = options;
  await runKeysCommand({
    title: 'No key was made',
    options,
    async work({ portal, baseUrl, json, say }) {
      const { apiKey, key } = await portal.create({
        ...{ name, owner, expiresInHours: expiresIn },
        scopes: { plugins, permissions, readOnly },
      });
      const { id, expiresAt, scopes } = apiKey;
      if (json) {
        printJson({ id, key, name: apiKey.name, expiresAt });
        return;
      }
      const route = scopes.plugins?.[0] ?? 'catalog';
      say(`\n  ${key}\n`);
      say(`  This is the only time that it is shown.`);
      say(`  id       ${id}`);
      say(`  opens    ${describeScopes({ scopes })}`);
      say(`  expires  ${expiresAt}`);
      say(
        `\n  curl -H "Authorization: Bearer $KEY" ${baseUrl}/api/${
          route === 'catalog' ? 'catalog/entities' : route
        }\n`,
      );
    },
  });
}
