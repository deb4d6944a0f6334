import { columns } from '../portalCommand/columns';
import { printJson } from '../portalCommand/printJson';
import type { PermissionsOptions } from './registerPermissionsCommand';
import { runPermissionsCommand } from './runPermissionsCommand';

const HEAD = ['PERMISSION', 'PLUGIN', 'ACTION', 'ON'];

/** `callboard permissions list`. Ends the process. */
export async function listPermissions(asked: {
  options: PermissionsOptions;
}): Promise<void> {
  await runPermissionsCommand({
    title: 'The permissions cannot be listed',
    options: asked.options,
    async work({ portal, json, width, say }) {
      const { items } = await portal.list();
      if (json) {
        printJson({ permissions: items });
        return;
      }
      const rows = items.map(({ name, plugin, action, resourceType }) => [
        ...[name, plugin, action ?? '-', resourceType ?? '-'],
      ]);
      columns({ rows: [HEAD, ...rows], width }).forEach(say);
    },
  });
}
