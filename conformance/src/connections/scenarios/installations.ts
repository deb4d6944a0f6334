// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
import type { Scenario } from '../Scenario';
import { LEAST_SCOPES } from '../scenes/LEAST_SCOPES';
import type { Scene } from '../scenes/openScene';

/** An App that serves less than it seems to. */
export const installationScenarios: Scenario[] = [
  {
    title: 'the App is not installed on an organisation that the portal reads',
    rows: ['ingest-installed', 'create-installed', 'test-not-installed'],
    breakIt: uninstall,
    expected: [
      {
        check: 'organisation-served',
        status: 'fail',
        cause: /acme/,
        remedy: /install/i,
      },
      {
        check: 'app-installed',
        status: 'fail',
        cause: /installed nowhere/,
        remedy: /Install it on the organisation/,
      },
    ],
    mend: install,
  },
  {
    title: 'the App is not installed, and a token serves in silence',
    rows: ['ingest-fallback', 'mixed-silent', 'test-not-installed'],
    portal: { tokenScopes: LEAST_SCOPES },
    breakIt: uninstall,
    expected: {
      check: 'organisation-served',
      status: 'warn',
      cause: /acme.*token/is,
      remedy: /install/i,
    },
    mend: install,
  },
  {
    title: 'the App was installed for a plugin that then had to use the token',
    rows: ['mixed-silent', 'test-mixed'],
    portal: { tokenScopes: LEAST_SCOPES },
    async breakIt(scene) {
      uninstall(scene);
      await scene.readAs({ pluginId: 'catalog', owner: 'acme' });
    },
    expected: {
      check: 'mixed-credentials',
      status: 'warn',
      cause: /catalog for acme.*not installed/i,
      remedy: /Install the App where it is missing/,
    },
    async mend(scene) {
      install(scene);
      scene.github.clock.advance({ ms: 61 * 60 * 1000 });
      await scene.readAs({ pluginId: 'catalog', owner: 'acme' });
    },
  },
  {
    title: 'the installation is suspended',
    rows: ['ingest-installed', 'ingest-resolution', 'test-integration'],
    breakIt({ github, installation }) {
      installation.suspendedAt = github.clock.iso();
    },
    expected: {
      check: 'app-installed',
      status: 'fail',
      cause: /acme is suspended/,
      remedy: /Unsuspend/,
    },
    mend({ installation }) {
      installation.suspendedAt = null;
    },
  },
  {
    title: 'the App may not read contents',
    rows: ['ingest-contents'],
    breakIt(scene) {
      delete scene.app.permissions.contents;
      regrant(scene);
    },
    expected: {
      check: 'permissions-granted',
      status: 'fail',
      cause: /Contents: write is missing.*Discovery of catalog files/s,
      remedy: /Set Contents: write.*owner of acme/s,
    },
    mend(scene) {
      scene.app.permissions.contents = 'write';
      regrant(scene);
    },
  },
  {
    title: 'the App may not create repositories, which a template does',
    rows: ['create-administration'],
    breakIt({ installation, app }) {
      delete installation.permissions.administration;
      app.permissions = { ...app.permissions, administration: 'write' };
    },
    expected: {
      check: 'permissions-granted',
      status: 'fail',
      cause: /Administration: write is missing.*POST \/orgs\/\{org\}\/repos/s,
      remedy: /owner of acme accepts/,
    },
    mend: regrant,
  },
];

function uninstall({ github, installation }: Scene) {
  github.state.installations.remove(installation);
}

function install({ github, app, organisation }: Scene) {
  newInstallation({ sandbox: github, app, account: organisation });
}

function regrant({ installation, app }: Scene) {
  installation.permissions = { ...app.permissions };
}
