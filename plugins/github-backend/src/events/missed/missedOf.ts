import type { DeliveryLedger } from '../DeliveryLedger';
import { isHandled } from '../handledEvents';
import type { ListedDelivery } from './listDeliveries';

/**
 * Of an App's deliveries, the newest of each id, those that did not get here: GitHub says that they failed, or they were taken by somebody in
 * between who did not hand them on. The latter counts only where others of the same App did get here; else the App's webhook is another
 * portal's.
 */
export async function missedOf(options: {
  deliveries: ListedDelivery[];
  ledger: Pick<DeliveryLedger, 'missing'>;
}): Promise<ListedDelivery[]> {
  const { deliveries, ledger } = options;
  const byGuid = new Map<string, { last: ListedDelivery; failed: boolean }>();
  for (const delivery of deliveries) {
    const isFailure = delivery.statusCode < 200 || delivery.statusCode > 299;
    const known = byGuid.get(delivery.guid);
    byGuid.set(delivery.guid, {
      last: known?.last ?? delivery,
      failed: isFailure && (known?.failed ?? true),
    });
  }
  const guids = [...byGuid.keys()];
  const missing = await ledger.missing({ deliveryIds: guids });
  const someArrived = missing.length < guids.length;
  return missing
    .map(guid => byGuid.get(guid)!)
    .filter(
      ({ last, failed }) => isHandled(last.event) && (failed || someArrived),
    )
    .map(({ last }) => last);
}
