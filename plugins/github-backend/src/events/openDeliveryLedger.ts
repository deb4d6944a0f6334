import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { DELIVERIES_KEPT_MS, type DeliveryLedger } from './DeliveryLedger';
import { mirrorEvents } from './handledEvents';

const TABLE = 'github_deliveries';
const BATCH = 200;

/** See `DeliveryLedger`. The database has `deliveriesMigration`. */
export function openDeliveryLedger(options: {
  knex: Knex;
  now: () => Date;
}): DeliveryLedger {
  const { knex, now } = options;
  return {
    async isKnown({ deliveryId, signature }) {
      const query = knex(TABLE)
        .where({ delivery_id: deliveryId })
        .first('delivery_id');
      if (signature) {
        query.orWhere({ digest: digestOf(signature) });
      }
      return Boolean(await query);
    },

    async record({ deliveryId, signature, host, owner, event }) {
      await knex(TABLE)
        .insert({
          delivery_id: deliveryId,
          digest: signature ? digestOf(signature) : null,
          host,
          owner: owner.toLowerCase(),
          event: event.slice(0, 100),
          received_at_ms: now().getTime(),
        })
        .onConflict('delivery_id')
        .ignore();
    },

    async missing({ deliveryIds }) {
      const known = new Set<string>();
      for (let from = 0; from < deliveryIds.length; from += BATCH) {
        const rows = await knex(TABLE)
          .whereIn('delivery_id', deliveryIds.slice(from, from + BATCH))
          .select('delivery_id');
        rows.forEach(row => known.add(row.delivery_id));
      }
      return deliveryIds.filter(id => !known.has(id));
    },

    async countSince({ host, owner, since }) {
      const mine = () =>
        knex(TABLE)
          .where({ host, owner: owner.toLowerCase() })
          .whereIn('event', mirrorEvents);
      const [counted, last] = await Promise.all([
        mine()
          .where('received_at_ms', '>=', since.getTime())
          .count({ count: '*' })
          .first(),
        mine().max({ at: 'received_at_ms' }).first(),
      ]);
      return {
        count: Number(counted?.count ?? 0),
        ...(last?.at && { lastAt: new Date(Number(last.at)).toISOString() }),
      };
    },

    async forgetOld() {
      await knex(TABLE)
        .where('received_at_ms', '<', now().getTime() - DELIVERIES_KEPT_MS)
        .delete();
    },
  };
}

/** The signature itself is not kept: with it a recorded body could be sent again. */
function digestOf(signature: string): string {
  return createHash('sha256').update(signature.toLowerCase()).digest('hex');
}
