import type { App, Delivery } from '../../../core/state';
import { notFound } from '../../../http/GitHubError';
import type { Answer, Call, Route } from '../../../http/Route';
import { listDeliveries } from '../../deliveries/listDeliveries';
import { presentDelivery } from '../../deliveries/presentDelivery';
import { redeliver } from '../../deliveries/redeliver';
import { presentHookConfig } from '../../presentHookConfig';
import { appRecipient } from '../../recipients/Recipient';
import { readHookConfig } from '../../settings/readHookConfig';
import { hookProblemError } from '../hookProblemError';

/** The webhook of the App whose JWT calls. https://docs.github.com/rest/apps/webhooks */
export const appHookRoutes: Route[] = [
  route('GET /app/hook/config', ({ app }) => ({ body: configOf(app) })),
  route('PATCH /app/hook/config', ({ app, call }) => {
    const read = readHookConfig({ config: call.body });
    if (read.outcome === 'invalid') throw hookProblemError(read);
    const { url, contentType, secret, insecureSsl } = read.config;
    if (url !== undefined) {
      app.webhookUrl = url;
      app.webhookActive = true;
    }
    if (contentType !== undefined) app.webhookContentType = contentType;
    if (secret !== undefined) app.webhookSecret = secret;
    if (insecureSsl !== undefined) app.webhookInsecureSsl = insecureSsl;
    app.updatedAt = call.sandbox.clock.iso();
    return { body: configOf(app) };
  }),
  route('GET /app/hook/deliveries', ({ app, call }) =>
    listDeliveries({
      call,
      hook: { kind: 'app', id: app.id },
      url: `${call.urls.api}/app/hook/deliveries`,
    }),
  ),
  route('GET /app/hook/deliveries/{delivery_id}', ({ app, call }) => ({
    body: presentDelivery(deliveryOf({ app, call })),
  })),
  route('POST /app/hook/deliveries/{delivery_id}/attempts', ({ app, call }) => {
    const { sandbox } = call;
    const delivery = deliveryOf({ app, call });
    const installation =
      delivery.installationId === null
        ? undefined
        : sandbox.state.installations.get(delivery.installationId);
    const recipient = appRecipient({ app, installation });
    if (!recipient) throw notFound();
    redeliver({ sandbox, delivery, recipient });
    return { status: 202, body: {} };
  }),
];

function route(
  template: string,
  handle: (options: { app: App; call: Call }) => Answer,
): Route {
  return {
    route: template,
    on: 'anything',
    access: { as: 'app' },
    handle(call) {
      if (call.viewer.kind !== 'app') throw notFound();
      return handle({ app: call.viewer.app, call });
    },
  };
}

function configOf(app: App) {
  return presentHookConfig({
    url: app.webhookUrl ?? undefined,
    contentType: app.webhookContentType ?? 'json',
    secret: app.webhookSecret,
    insecureSsl: app.webhookInsecureSsl ?? false,
  });
}

function deliveryOf(options: { app: App; call: Call }): Delivery {
  const { app, call } = options;
  const delivery = call.sandbox.state.deliveries.get(
    Number(call.params.delivery_id),
  );
  if (delivery?.hook.kind !== 'app' || delivery.hook.id !== app.id) {
    throw notFound();
  }
  return delivery;
}
