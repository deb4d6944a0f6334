import { TestDatabases } from '@backstage/backend-test-utils';
import { deliveriesMigration } from './deliveriesMigration';
import {
  readDeliveryCursor,
  writeDeliveryCursor,
} from './missed/deliveryCursors';
import { openDeliveryLedger } from './openDeliveryLedger';

const DAY_MS = 86_400_000;
const SIGNATURE = `sha256=${'a'.repeat(64)}`;

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
let at = Date.parse('2026-06-01T12:00:00Z');

async function scene() {
  const knex = await databases.init('SQLITE_3');
  await deliveriesMigration.up(knex);
  const ledger = openDeliveryLedger({ knex, now: () => new Date(at) });
  const record = (deliveryId: string, owner = 'acme', signature?: string) =>
    ledger.record({
      deliveryId,
      signature,
      host: 'github.com',
      owner,
      event: 'push',
    });
  return { knex, ledger, record };
}

it('knows a delivery by its id or its signature', async () => {
  const { knex, ledger, record } = await scene();
  await record('one', 'acme', SIGNATURE);
  await record('one', 'acme', SIGNATURE);
  const known = await Promise.all([
    ledger.isKnown({ deliveryId: 'one' }),
    ledger.isKnown({ deliveryId: 'two', signature: SIGNATURE.toUpperCase() }),
    ledger.isKnown({ deliveryId: 'two' }),
    ledger.isKnown({ deliveryId: 'two', signature: 'sha256=b' }),
  ]);
  expect(known).toEqual([true, true, false, false]);
  expect(JSON.stringify(await knex('github_deliveries'))).not.toContain(
    'aaaaaaaa',
  );
});

it('tells which of many are missing', async () => {
  const { ledger, record } = await scene();
  await record('id-3');
  await record('id-300');
  const ids = Array.from({ length: 450 }, (_, index) => `id-${index}`);
  expect(await ledger.missing({ deliveryIds: ids })).toEqual(
    ids.filter(id => id !== 'id-3' && id !== 'id-300'),
  );
  expect(await ledger.missing({ deliveryIds: [] })).toEqual([]);
});

it('counts those of an owner, and forgets those that are old', async () => {
  const { ledger, record } = await scene();
  await record('old', 'Acme');
  at += 8 * DAY_MS;
  await record('new', 'ACME');
  await record('others', 'other');
  const count = () =>
    ledger.countSince({
      host: 'github.com',
      owner: 'acme',
      since: new Date(at - 9 * DAY_MS),
    });
  const lastAt = new Date(at).toISOString();
  expect(await count()).toEqual({ count: 2, lastAt });
  await ledger.forgetOld();
  expect(await count()).toEqual({ count: 1, lastAt });
  expect(
    await ledger.countSince({
      host: 'github.com',
      owner: 'nobody',
      since: new Date(0),
    }),
  ).toEqual({ count: 0 });
});

it('keeps how far each App’s deliveries were looked through', async () => {
  const { knex } = await scene();
  const credentialId = 'app:github.com:1';
  expect(await readDeliveryCursor({ knex, credentialId })).toBeUndefined();
  for (const until of [new Date(1_000), new Date(2_000)]) {
    await writeDeliveryCursor({ knex, credentialId, until });
  }
  expect(await readDeliveryCursor({ knex, credentialId })).toEqual(
    new Date(2_000),
  );
  await deliveriesMigration.down(knex);
  expect(await knex.schema.hasTable('github_deliveries')).toBe(false);
});
