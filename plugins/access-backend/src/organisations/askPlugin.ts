import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

const MOST_MS = 10_000;

/** Asks another plugin of the portal, as this plugin. Resolves to the response, whatever its status. */
export async function askPlugin(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  pluginId: string;
  /** With a slash in front. */
  path: string;
  /** Sent as JSON, by POST. */
  body?: object;
}): Promise<Response> {
  const { auth, discovery, pluginId, path, body } = options;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: pluginId,
  });
  return fetch(`${await discovery.getBaseUrl(pluginId)}${path}`, {
    signal: AbortSignal.timeout(MOST_MS),
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
}
