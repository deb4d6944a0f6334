import type { Check, Finding } from '../Check';
import { appTitle } from '../text/appTitle';
import { listed } from '../text/listed';
import { permissionsUrl } from '../text/permissionsUrl';

/** What an App is granted and nothing that is switched on needs: it only makes a leaked key worse. */
export const permissionsNeedless: Check = {
  id: 'permissions-needless',
  group: 'connections',
  title: 'Apps have no permission that nothing needs',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, apps }) =>
      apps
        .filter(app => app.key.status === 'valid')
        .map((app): Finding => {
          const needless = app.permissions.rows.filter(
            ({ verdict }) => verdict === 'needless',
          );
          const base = {
            subject: app.credentialId,
            host,
            check: `${appTitle(app)} has no permission that nothing needs`,
          };
          if (needless.length === 0) {
            return {
              ...base,
              status: 'pass',
              cause: 'Every permission is needed by what is switched on.',
              remedy: '',
            };
          }
          const href = permissionsUrl(app);
          return {
            ...base,
            status: 'warn',
            cause: `Nothing that is switched on needs ${listed(
              needless.map(({ title, granted, needed }) =>
                needed
                  ? `${title}: ${granted} (${needed} is enough)`
                  : `${title}: ${granted}`,
              ),
              { most: 30 },
            )}.`,
            remedy:
              'Take it away under "Permissions & events" of the App; nobody has to accept less. Keep what you have switched off only for now.',
            links: href ? [{ title: 'Permissions of the App', href }] : [],
          };
        }),
    ),
};
