import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { DeliveryLedger } from './DeliveryLedger';

/** Where the ingress, which is a module of `events`, and the plugin `github`, which has the database, meet. */
export interface DeliveryLink {
  /** For the plugin, once it listens to events. */
  serve(ledger: DeliveryLedger): void;
  /** For the ingress: undefined until the plugin listens. */
  ledger(): DeliveryLedger | undefined;
}

/** The process's `DeliveryLink`; there without being added. */
export const deliveryLinkRef = createServiceRef<DeliveryLink>({
  id: 'callboard.github.delivery-link',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createDeliveryLink(),
    }),
});

export function createDeliveryLink(): DeliveryLink {
  let served: DeliveryLedger | undefined;
  return {
    serve(ledger) {
      served = ledger;
    },
    ledger: () => served,
  };
}
