import { nodeId } from '../../core/nodeId';
import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { App } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';

/** `integration` of GitHub's OpenAPI: an App as others see it. */
export function presentIntegration(options: {
  sandbox: Sandbox;
  urls: Urls;
  app: App;
}) {
  const { sandbox, urls, app } = options;
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
  };
}
