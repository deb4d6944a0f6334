import { columns } from '../portalCommand/columns';
import { printJson } from '../portalCommand/printJson';
import { describeScopes } from './describeScopes';
import type { ConfiguredAccess, ListedKey } from './KeysPortal';
import type { KeysOptions } from './registerKeysCommand';
import { runKeysCommand } from './runKeysCommand';

/** `callboard keys list`. Ends the process. */
export async function listKeys(asked: { options: KeysOptions }): Promise<void> {
  const { options } = asked;
  await runKeysCommand({
    title: 'The keys cannot be listed',
    options,
    async work({ portal, json, width, say }) {
      const { keys, configured } = await portal.list();
      if (json) printJson({ keys, configured });
      else formatKeys({ keys, configured, width }).forEach(say);
    },
  });
}

/** The keys as lines of text, and below them what the configuration lets in. */
export function formatKeys(options: {
  keys: ListedKey[];
  configured: ConfiguredAccess[];
  /** Of the terminal. */
  width: number;
}): string[] {
  const { keys, configured, width } = options;
  const day = (time?: string) => time?.slice(0, 10) ?? 'never';
  const rows = keys.map(key => [
    ...[key.id, key.name, key.state, day(key.expiresAt), day(key.lastUsedAt)],
    ...[key.owner ?? '-', describeScopes({ scopes: key.scopes })],
  ]);
  const head = 'ID,NAME,STATE,EXPIRES,LAST USED,OWNER,OPENS'.split(',');
  return [
    ...(keys.length > 0
      ? columns({ rows: [head, ...rows], width })
      : ['There is no key. callboard keys create makes one.']),
    ...(configured.length > 0 ? ['', 'In the configuration:'] : []),
    ...columns({
      width,
      rows: configured.map(({ path, type, subject, plugins }) => [
        ...[`  ${path}`, type, subject, plugins?.join(', ') ?? 'everything'],
      ]),
    }),
  ];
}
