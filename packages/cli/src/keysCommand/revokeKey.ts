import { printJson } from '../portalCommand/printJson';
import type { ChangeOptions } from './registerKeysCommand';
import { runKeysCommand } from './runKeysCommand';

/** `callboard keys revoke`. Ends the process. */
export async function revokeKey(asked: {
  id: string;
  options: ChangeOptions;
}): Promise<void> {
  const { id, options } = asked;
  await runKeysCommand({
    title: 'The key was not revoked',
    options,
    async work({ portal, json, say, approves }) {
      const question = `Whoever uses the key ${id} is refused from then on, and that cannot be undone. Revoke it?`;
      if (!(await approves(question))) {
        say('Nothing was changed.');
        return;
      }
      const revoked = await portal.revoke({ id });
      if (json) printJson(revoked);
      else say(`The key ${id} (${revoked.name}) is revoked.`);
    },
  });
}
