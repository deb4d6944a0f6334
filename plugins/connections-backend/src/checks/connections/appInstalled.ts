import type { Check, Finding } from '../Check';
import { appTitle } from '../text/appTitle';
import { counted } from '../text/counted';
import { listed } from '../text/listed';

/** An App serves nobody before it is installed, and nothing while an installation is suspended. */
export const appInstalled: Check = {
  id: 'app-installed',
  group: 'connections',
  title: 'Apps are installed',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, apps }) =>
      apps
        .filter(app => app.key.status === 'valid')
        .flatMap((app): Finding[] => {
          const suspended = app.installations.filter(each => each.suspended);
          const check = `${appTitle(app)} is installed`;
          if (app.installations.length === 0 && app.installationsUnknown) {
            return [
              {
                subject: app.credentialId,
                host,
                check,
                status: 'warn',
                cause: `Where ${appTitle(app)} is installed is not known: ${
                  app.installationsUnknown
                }`,
                remedy:
                  'Nothing is wrong with the App as far as is known. It is asked again at the next run.',
              },
            ];
          }
          if (app.installations.length === 0) {
            return [
              {
                subject: app.credentialId,
                host,
                check,
                status: 'fail',
                cause: `${appTitle(
                  app,
                )} is installed nowhere, so it serves no repository.`,
                remedy:
                  'Install it on the organisation whose repositories the portal reads.',
                links: app.installUrl
                  ? [{ title: 'Install the App', href: app.installUrl }]
                  : [],
              },
            ];
          }
          if (suspended.length === 0) {
            return [
              {
                subject: app.credentialId,
                host,
                check,
                status: 'pass',
                cause: `It is on ${counted(
                  app.installations.length,
                  'account',
                )}: ${listed(app.installations.map(each => each.account))}.`,
                remedy: '',
              },
            ];
          }
          return suspended.map(({ account, htmlUrl }) => ({
            subject: `${app.credentialId}:${account}`,
            host,
            check: `${appTitle(app)} may be used on ${account}`,
            status: 'fail',
            cause: `The installation of ${appTitle(
              app,
            )} on ${account} is suspended, so GitHub refuses its token.`,
            remedy: `An owner of ${account} lifts the suspension on the page of the installation ("Unsuspend"). If it was suspended on purpose, uninstall it.`,
            links: [{ title: `Installation on ${account}`, href: htmlUrl }],
          }));
        }),
    ),
};
