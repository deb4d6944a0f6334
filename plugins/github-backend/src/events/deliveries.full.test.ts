import { createHmac, randomUUID } from 'node:crypto';
import http from 'node:http';
import {
  DATABASES,
  type Databases,
} from '../people/__testUtils__/startDatabases';
import { createHintQueue } from '../store/createHintQueue';
import { queueMigration } from '../store/queueMigration';
import { pushBody, sendWebhook } from './__testUtils__/pushBody';
import { SECRET, startReceiving } from './__testUtils__/startReceiving';
import { deliveriesMigration } from './deliveriesMigration';
import {
  readDeliveryCursor,
  writeDeliveryCursor,
} from './missed/deliveryCursors';
import { openDeliveryLedger } from './openDeliveryLedger';

jest.setTimeout(300_000);

describe.each(DATABASES)('on %s', (_, start) => {
  let databases: Databases;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases?.stop());

  it('deliveries are remembered, counted, missed and forgotten', async () => {
    const knex = await databases.create();
    await deliveriesMigration.up(knex);
    let at = Date.parse('2026-06-01T12:00:00Z');
    const ledger = openDeliveryLedger({ knex, now: () => new Date(at) });
    const delivery = { host: 'github.com', owner: 'Acme', event: 'push' };
    const signature = `sha256=${'a'.repeat(64)}`;
    await Promise.all(
      Array.from({ length: 5 }, () =>
        ledger.record({ ...delivery, deliveryId: 'one', signature }),
      ),
    );
    expect(await ledger.isKnown({ deliveryId: 'two', signature })).toBe(true);
    expect(await ledger.missing({ deliveryIds: ['one', 'two'] })).toEqual([
      'two',
    ]);
    const since = new Date(at);
    expect(
      await ledger.countSince({ host: 'github.com', owner: 'acme', since }),
    ).toEqual({ count: 1, lastAt: since.toISOString() });
    at += 8 * 86_400_000;
    await ledger.forgetOld();
    expect(await ledger.isKnown({ deliveryId: 'one', signature })).toBe(false);

    const credentialId = 'app:github.com:1';
    for (const until of [new Date(1_000), new Date(2_000)]) {
      await writeDeliveryCursor({ knex, credentialId, until });
    }
    expect(await readDeliveryCursor({ knex, credentialId })).toEqual(
      new Date(2_000),
    );
  });
});

describe('the webhook', () => {
  let scene: Awaited<ReturnType<typeof startReceiving>>;
  beforeAll(async () => {
    scene = await startReceiving();
  });
  afterAll(() => scene?.stop());

  const bodyOf = (index: number, repositories: number) =>
    JSON.stringify(
      pushBody({
        webUrl: scene.sandbox.url,
        pushedAt: new Date(),
        repository: `repository-${index % repositories}`,
        after: String(index).padStart(40, '0'),
        // About as large as GitHub's are.
        more: { filler: 'x'.repeat(8_000) },
      }),
    );

  it('takes 5,000 pushes to 300 repositories, which become 300 questions', async () => {
    const { knex } = scene;
    await queueMigration.up(knex);
    const queue = createHintQueue({ knex, now: () => new Date() });
    scene.sinks.push(hints => queue.add(hints));
    const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
    const statuses = new Map<number, number>();
    let next = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (next < 5_000) {
          const body = bodyOf((next += 1), 300);
          const status = await post({ agent, body });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }),
    );
    agent.destroy();
    expect([...statuses]).toEqual([[202, 5_000]]);

    const which = { host: scene.host, owner: 'acme' };
    expect(await queue.count(which)).toBe(300);
    for (let left = 300; left > 0; left -= 50) {
      const claimed = await queue.claim({
        ...which,
        limit: 50,
        holder: 'test',
        forMs: 60_000,
      });
      await queue.done(claimed);
      expect(await queue.count(which)).toBe(left - 50);
    }
  });

  it('refuses 100 MB, and what is signed goes on meanwhile', async () => {
    const huge = Buffer.alloc(100 * 1024 * 1024, '[');
    const [refused, ...taken] = await Promise.all([
      sendWebhook({ address: scene.address, body: huge }),
      ...[5_001, 5_002, 5_003].map(index =>
        sendWebhook({
          address: scene.address,
          body: bodyOf(index, 300),
          secret: SECRET,
        }),
      ),
    ]);
    expect(refused.status).toBe(413);
    expect(taken.map(({ status }) => status)).toEqual([202, 202, 202]);
  });

  function post(options: { agent: http.Agent; body: string }) {
    const { agent, body } = options;
    const digest = createHmac('sha256', SECRET).update(body).digest('hex');
    return new Promise<number>((resolve, reject) => {
      const request = http.request(
        scene.address,
        {
          method: 'POST',
          agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'x-github-event': 'push',
            'x-github-delivery': randomUUID(),
            'x-hub-signature-256': `sha256=${digest}`,
          },
        },
        response => {
          response.resume();
          response.on('end', () => resolve(response.statusCode!));
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }
});
