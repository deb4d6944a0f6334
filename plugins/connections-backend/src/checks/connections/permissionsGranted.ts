import type {
  AppFacts,
  InstallationFacts,
  PermissionRow,
} from '@callboard/plugin-connections-common';
import { includesLevel } from '@callboard/plugin-github-node';
import type { Check, Finding } from '../Check';
import { appTitle } from '../text/appTitle';
import { listed } from '../text/listed';
import { permissionsUrl } from '../text/permissionsUrl';

/** Permissions that what is switched on needs, and an installation lacks. */
export const permissionsGranted: Check = {
  id: 'permissions-granted',
  group: 'connections',
  title: 'Installations have the permissions that are needed',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, apps }) =>
      apps.flatMap(app =>
        app.installations
          .filter(({ suspended }) => !suspended)
          .map(installation => ({
            host,
            subject: `${app.credentialId}:${installation.account}`,
            check: `${appTitle(app)} may do on ${
              installation.account
            } what is switched on`,
            ...judge(app, installation),
          })),
      ),
    ),
};

function judge(
  app: AppFacts,
  installation: InstallationFacts,
): Pick<Finding, 'status' | 'cause' | 'remedy' | 'links'> {
  const { permissions, account, pendingPermissions, htmlUrl } = installation;
  const all = permissions.rows.filter(({ verdict }) => verdict === 'missing');
  const essential = all.filter(row => !isOptional(row));
  // First what keeps something from working.
  const missing = essential.length > 0 ? essential : all;
  const accept = { title: `Installation on ${account}`, href: htmlUrl };
  if (missing.length > 0) {
    // `Contents: write`.
    const isPending = missing.every(({ title }) =>
      pendingPermissions.some(pending => pending.startsWith(`${title}:`)),
    );
    const wanted = listed(
      missing.map(({ title, needed }) => `${title}: ${needed}`),
    );
    const settings = permissionsUrl(app);
    return {
      status: essential.length > 0 ? 'fail' : 'warn',
      cause: missing.map(describe).join(' '),
      remedy: isPending
        ? `The App asks for ${wanted} already: an owner of ${account} accepts the new permissions on the page of the installation.`
        : `Set ${wanted} under "Permissions & events" of the App; an owner of ${account} then accepts it on the page of the installation.`,
      links: [
        ...(settings && !isPending
          ? [{ title: 'Permissions of the App', href: settings }]
          : []),
        accept,
      ],
    };
  }
  if (pendingPermissions.length > 0) {
    return {
      status: 'warn',
      cause: `${appTitle(app)} asks for ${listed(
        pendingPermissions,
      )}, and ${account} has not accepted it. Nothing that is switched on needs it.`,
      remedy: `An owner of ${account} accepts it on the page of the installation, or the App no longer asks for it.`,
      links: [accept],
    };
  }
  return {
    status: 'pass',
    cause: `Granted: ${listed(
      permissions.rows
        .filter(({ needed }) => needed)
        .map(({ title, granted }) => `${title}: ${granted}`),
      { most: 30 },
    )}.`,
    remedy: '',
  };
}

/** Whether only features want it that say by themselves what they lack; what it has is enough for all others. */
function isOptional({ neededBy, granted }: PermissionRow): boolean {
  return neededBy
    .filter(({ optional }) => !optional)
    .every(({ level }) => includesLevel({ granted, needed: level }));
}

/** `Administration: write is missing; needed by Templates that create repositories (POST /orgs/{org}/repos).` Each feature with one route. */
function describe({ title, needed, neededBy, granted }: PermissionRow): string {
  const routes = new Map<string, string>();
  for (const { feature, route } of neededBy) {
    if (!routes.has(feature)) routes.set(feature, route);
  }
  const reasons = [...routes].map(
    ([feature, route]) => `${feature} (${route})`,
  );
  return `${title}: ${needed} is missing${
    granted ? ` (it has ${granted})` : ''
  }; needed by ${listed(reasons, { most: 3 })}.`;
}
