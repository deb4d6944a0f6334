import { printJson } from '../portalCommand/printJson';
import { administratorUrl } from './administratorUrl';
import type { PermissionsOptions } from './registerPermissionsCommand';
import { runPermissionsCommand } from './runPermissionsCommand';

/** `callboard permissions administrator`. Ends the process. */
export async function printAdministratorLink(asked: {
  options: PermissionsOptions;
}): Promise<void> {
  await runPermissionsCommand({
    title: 'No link was made',
    options: asked.options,
    async work({ portal, baseUrl, json, say }) {
      const made = await portal.administratorLink();
      if (made.outcome === 'taken') {
        if (json) printJson(made);
        else {
          say('The portal has administrators:');
          made.administrators.forEach(({ member, role }) =>
            say(`  ${member} (${role})`),
          );
        }
        return;
      }
      const url = administratorUrl({ baseUrl, token: made.token });
      if (json) {
        printJson({ outcome: 'made', url, expiresAt: made.expiresAt });
        return;
      }
      say('Sign in, and open this once to administer the portal:');
      say(`  ${url}`);
      say('It is good for 24 hours. The link before it is good no more.');
    },
  });
}
