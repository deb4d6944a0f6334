import type { ServingCredential } from '../credentials/CredentialChain';
import type { GithubHost } from '../hosts/GithubHost';
import type { GithubService } from '../service/GithubService';
import { appPages } from './appPages';
import { includesLevel, type PermissionLevel } from './includesLevel';
import type { NeededPermission, PermissionLack } from './PermissionLack';
import { permissionName } from './permissionName';

type Granted = Record<string, PermissionLevel | undefined>;

/** What an App lacks where it is installed: it does not ask for it yet, or it does, and the account has not accepted. */
export async function lackOfApp(options: {
  github: Pick<GithubService, 'client'>;
  url: string;
  serving: ServingCredential;
  owner: string;
  host: GithubHost;
  /** One of these lists, whole, is enough. */
  alternatives: NeededPermission[][];
}): Promise<PermissionLack | undefined> {
  const { github, url, serving, owner, host, alternatives } = options;
  const client = await github.client({
    url,
    as: { app: serving.credentialId },
    retries: 1,
  });
  const [app, installation] = await Promise.all([
    client.request('GET /app').then(({ data }) => data),
    client
      .request('GET /app/installations/{installation_id}', {
        installation_id: serving.installationId!,
      })
      .then(({ data }) => data),
  ]);
  const granted = installation.permissions as Granted;
  const missing = alternatives
    .map(list => list.filter(each => !has(granted, each)))
    .sort((one, other) => one.length - other.length)[0]?.[0];
  if (!missing) return undefined;

  const { permission, level } = missing;
  const { title } = permissionName(permission);
  const { settingsUrl } = appPages({ host, app });
  const isAskedFor = has((app?.permissions ?? {}) as Granted, missing);
  const name = `App ${app?.name ?? serving.credentialId}`;
  return {
    ...{ permission, title, level, kind: 'app' },
    ...(isAskedFor
      ? {
          words: `${name} asks for the permission "${title}: ${level}", and ${owner} has not accepted it yet.`,
          link: installation.html_url,
          linkTitle: `Accept it in the installation on ${owner}`,
          whom: `an owner of ${owner}`,
        }
      : {
          words: `${name} has no permission "${title}: ${level}" in ${owner}.`,
          ...(settingsUrl && {
            link: `${settingsUrl}/permissions`,
            linkTitle: 'Permissions of the App',
          }),
          whom: `who manages the App adds it, and an owner of ${owner} accepts it`,
        }),
  };
}

function has(granted: Granted, needed: NeededPermission): boolean {
  return includesLevel({
    granted: granted[needed.permission],
    needed: needed.level,
  });
}
