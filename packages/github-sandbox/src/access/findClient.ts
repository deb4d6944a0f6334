import type { Sandbox } from '../core/Sandbox';
import type { App, OAuthApp } from '../core/state';

/** An OAuth App, or a GitHub App in its part as one. */
export type Client =
  | { kind: 'oauthApp'; oauthApp: OAuthApp }
  | { kind: 'app'; app: App };

/** Who has this client id. */
export function findClient(options: {
  sandbox: Sandbox;
  clientId: string;
}): Client | undefined {
  const { sandbox, clientId } = options;
  const app = sandbox.state.apps.first('client', clientId);
  if (app) return { kind: 'app', app };
  const oauthApp = sandbox.state.oauthApps.first('client', clientId);
  return oauthApp && { kind: 'oauthApp', oauthApp };
}

/** The parts that both kinds have. */
export function clientDetails(client: Client) {
  const record = client.kind === 'app' ? client.app : client.oauthApp;
  return {
    name: record.name,
    clientId: record.clientId,
    clientSecretHashes: record.clientSecretHashes,
    callbackUrls: record.callbackUrls,
    suspended: Boolean(record.suspendedAt),
    ownerId:
      client.kind === 'app' ? client.app.nodeOwnerId : client.oauthApp.ownerId,
    homepage:
      client.kind === 'app'
        ? client.app.externalUrl
        : client.oauthApp.homepageUrl,
  };
}
