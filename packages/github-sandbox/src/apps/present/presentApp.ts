import { accountById } from '../../core/names/accountById';
import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { App } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';

/** GitHub's `integration`. `own`: the App asks about itself, and learns how often it is installed. */
export function presentApp(options: {
  sandbox: Sandbox;
  urls: Urls;
  app: App;
  own?: boolean;
}) {
  const { sandbox, urls, app, own = false } = options;
  // The owner may be gone; its bot is there as long as the App.
  const owner =
    accountById({ sandbox, id: app.nodeOwnerId }) ??
    accountById({ sandbox, id: app.botId })!;
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId({ type: 'App', id: app.id }),
    owner: presentAccount({ urls, account: owner }),
    name: app.name,
    description: app.description,
    external_url: app.externalUrl,
    html_url: `${urls.html}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.updatedAt,
    permissions: app.permissions,
    events: app.events,
    ...(own && {
      installations_count: sandbox.state.installations.by('app', app.id).length,
    }),
  };
}
