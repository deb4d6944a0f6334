import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import type { Delivery, Hook } from '../../core/state';
import { listDeliveries } from '../deliveries/listDeliveries';
import { presentDelivery } from '../deliveries/presentDelivery';
import { redeliver } from '../deliveries/redeliver';
import { hookRecipient } from '../recipients/Recipient';
import type { HookScope, ScopedCall } from './HookScope';
import { hookRoute } from './scopedRoute';

/** What a hook has sent: list, one, again. */
export function hookDeliveryRoutes(options: { scope: HookScope }): Route[] {
  const { scope } = options;
  return [
    hookRoute({
      scope,
      method: 'GET',
      path: '/deliveries',
      handle: ({ call, hook }) =>
        listDeliveries({
          call,
          hook: ofHook(hook),
          url: `${call.urls.api}${scope.pathOf(call)}/hooks/${
            hook.id
          }/deliveries`,
        }),
    }),
    hookRoute({
      scope,
      method: 'GET',
      path: '/deliveries/{delivery_id}',
      handle: ({ call, hook }) => ({
        body: presentDelivery(deliveryOf({ call, hook })),
      }),
    }),
    hookRoute({
      scope,
      method: 'POST',
      path: '/deliveries/{delivery_id}/attempts',
      handle({ call, hook }) {
        redeliver({
          sandbox: call.sandbox,
          delivery: deliveryOf({ call, hook }),
          recipient: hookRecipient({ hook }),
        });
        return { status: 202, body: {} };
      },
    }),
  ];
}

function ofHook(hook: Hook): Delivery['hook'] {
  return { kind: hook.target.kind, id: hook.id };
}

function deliveryOf(options: { call: ScopedCall; hook: Hook }): Delivery {
  const { call, hook } = options;
  const delivery = call.sandbox.state.deliveries.get(
    Number(call.params.delivery_id),
  );
  const { kind, id } = ofHook(hook);
  if (!delivery || delivery.hook.kind !== kind || delivery.hook.id !== id) {
    throw notFound();
  }
  return delivery;
}
