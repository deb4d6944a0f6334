import { printJson } from '../portalCommand/printJson';
import type { ChangeOptions } from './registerKeysCommand';
import { runKeysCommand } from './runKeysCommand';

/** `callboard keys rotate`. Asks where the secret before would end at once. Ends the process. */
export async function rotateKey(asked: {
  id: string;
  options: ChangeOptions;
}): Promise<void> {
  const { id, options } = asked;
  const { overlap } = options;
  await runKeysCommand({
    title: 'The key was not rotated',
    options,
    async work({ portal, json, say, approves }) {
      const mayGoOn =
        overlap !== 0 ||
        (await approves(
          `Whoever uses the key ${id} now is refused at once. Rotate it?`,
        ));
      if (!mayGoOn) {
        say('Nothing was changed.');
        return;
      }
      const { apiKey, key } = await portal.rotate({
        id,
        overlapHours: overlap,
      });
      const { name, expiresAt, previousSecretUntil } = apiKey;
      if (json) {
        printJson({ id, key, name, expiresAt, previousSecretUntil });
        return;
      }
      say(`\n  ${key}\n`);
      say(`  This is the only time that it is shown.`);
      say(`  expires  ${expiresAt}`);
      say(
        `  The secret before ${
          previousSecretUntil
            ? `is good until ${previousSecretUntil}`
            : 'is refused from now on'
        }.\n`,
      );
    },
  });
}
