import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import type { Permission } from '@backstage/plugin-permission-common';

const GOOD_FOR_MS = 60_000;
const TIMEOUT_MS = 5_000;
const PATH = '/.well-known/backstage/permissions/metadata';

/** A permission as its plugin declares it. */
export interface DeclaredPermission {
  plugin: string;
  permission: Permission;
}

/** What is known, by name. */
export interface KnownPermissions {
  permissions: ReadonlyMap<string, DeclaredPermission>;
  /** Whether every plugin has answered. */
  isWhole: boolean;
}

/**
 * The permissions of all plugins of this backend, by name, as each plugin tells of them. Asked again after a minute. A plugin that does not
 * answer is left out and asked again the next time.
 */
export function createKnownPermissions(options: {
  instance: RootInstanceMetadataService;
  discovery: DiscoveryService;
  auth: AuthService;
  logger: LoggerService;
  now(): Date;
}): () => Promise<KnownPermissions> {
  const { instance, discovery, auth, logger, now } = options;
  let last: { at: number; known: KnownPermissions } | undefined;

  async function ask(plugin: string): Promise<Permission[] | undefined> {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: plugin,
    });
    const response = await fetch(
      `${await discovery.getBaseUrl(plugin)}${PATH}`,
      {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (response.ok) {
      const metadata = (await response.json()) as {
        permissions?: Permission[];
      };
      return metadata.permissions ?? [];
    }
    await response.body?.cancel();
    return response.status >= 500 ? undefined : [];
  }

  return async () => {
    if (last && now().getTime() - last.at < GOOD_FOR_MS) return last.known;
    const all = new Map<string, DeclaredPermission>();
    let isWhole = true;
    const plugins = await instance.getInstalledPlugins();
    await Promise.all(
      plugins.map(async ({ pluginId }) => {
        const permissions = await ask(pluginId).catch(error => {
          logger.debug(`${pluginId} did not tell its permissions: ${error}`);
          return undefined;
        });
        if (!permissions) isWhole = false;
        for (const permission of permissions ?? []) {
          all.set(permission.name, { plugin: pluginId, permission });
        }
      }),
    );
    const known = { permissions: all, isWhole };
    if (isWhole) last = { at: now().getTime(), known };
    return known;
  };
}
