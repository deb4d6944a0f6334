import { mockServices } from '@backstage/backend-test-utils';
import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { changesOf } from '../sync/__testUtils__/changeRepository';
import { openMirror, type OpenMirror } from '../sync/__testUtils__/openMirror';
import { createEventHandler } from './createEventHandler';
import { isMirrorEvent, mirrorEvents } from './handledEvents';
import { openDeliveryLedger } from './openDeliveryLedger';

jest.setTimeout(60_000);

const component = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec: { type: service, lifecycle: production, owner: web }\n`;

let reading: Reading;
let mirror: OpenMirror;
let change: ReturnType<typeof changesOf>;
let handle: ReturnType<typeof createEventHandler>;

beforeEach(async () => {
  reading = await startReading();
  change = changesOf(reading);
  for (const name of ['billing', 'pay', 'old']) {
    reading.add(name, { 'catalog-info.yaml': component(name) });
  }
  // Nobody listens there, so that what was to be delivered can be looked up.
  Object.assign(reading.sandbox.app, {
    webhookUrl: 'http://127.0.0.1:1/',
    webhookActive: true,
  });
  reading.sandbox.installation.events = [...mirrorEvents];
  mirror = await openMirror({ reading });
  const { store, knex, settings, catalog } = mirror;
  handle = createEventHandler({
    mirror: mirror.mirror,
    view: store.view,
    settings,
    link: catalog.link,
    ledger: openDeliveryLedger({
      knex,
      now: () => reading.sandbox.sandbox.clock.now(),
    }),
    hostOf: url =>
      new URL(url).host === reading.host ? reading.host : undefined,
    logger: mockServices.logger.mock(),
  });
  await mirror.run();
  reading.asked();
});
afterEach(async () => {
  await mirror.close();
  await reading.stop();
});

/** Deliveries since the beginning, in their order. */
async function deliveries() {
  await reading.sandbox.sandbox.settled();
  return reading.sandbox.sandbox.state.deliveries
    .all()
    .filter(({ event }) => isMirrorEvent(event))
    .map(({ event, guid, request }) => ({
      event: event as (typeof mirrorEvents)[number],
      deliveryId: guid,
      payload: request.payload,
    }));
}

async function deliver(events: Awaited<ReturnType<typeof deliveries>>) {
  for (const event of events) {
    await handle(event);
    await mirror.mirror.settled();
  }
}

/** Until nothing is asked again. */
async function drained() {
  for (let round = 0; round < 12; round += 1) {
    reading.sandbox.sandbox.clock.advance({ ms: 10_000 });
    await mirror.wake();
  }
  expect((await mirror.status()).queued).toBe(0);
}

/** Names and descriptors of what is there, by the mirror and by GitHub. */
async function both() {
  const { host, sandbox } = reading;
  const known = await mirror.store.view.repositoriesOf({ host, owner: 'acme' });
  const mirrored = await Promise.all(
    known.map(async ({ name, isArchived, visibility }) => {
      const answer = await mirror.store.view.filesAt({
        target: `${sandbox.url}/acme/${name}/blob/main/catalog-info.yaml`,
      });
      const text = answer.state === 'present' ? answer.files[0].text : 'none';
      return [name, isArchived, visibility, text].join(' ');
    }),
  );
  const { body } = await sandbox.call('GET /orgs/acme/repos', { as: 'olivia' });
  const there: string[] = await Promise.all(
    body.map(async ({ name, archived, visibility }: any) => {
      const file = await sandbox.call(
        `GET /repos/acme/${name}/contents/catalog-info.yaml`,
        {
          as: 'olivia',
          headers: { accept: 'application/vnd.github.raw+json' },
        },
      );
      const text = file.status === 200 ? file.text : 'none';
      return [name, archived, visibility, text].join(' ');
    }),
  );
  return { mirrored: mirrored.sort(), there: there.sort() };
}

async function muchHappens() {
  await change.push('billing', component('first'));
  await change.push('billing', component('second'));
  await change.edit('pay', { name: 'payments' });
  await change.push('payments', component('payments'));
  await change.edit('payments', { name: 'money' });
  await change.edit('shop', { archived: true });
  await change.edit('vault', { private: false });
  await change.remove('old');
  await change.call('POST orgs/acme/repos', { name: 'old', auto_init: true });
  await change.push('old', component('new'));
  return await deliveries();
}

it('events that come twice, out of order and five minutes late end in what is true at GitHub', async () => {
  const events = await muchHappens();
  expect(events.length).toBeGreaterThanOrEqual(10);
  const before = await both();
  expect(before.mirrored).not.toEqual(before.there);

  reading.sandbox.sandbox.clock.advance({ ms: 300_000 });
  const odd = events.filter((_, index) => index % 2 === 1).reverse();
  const even = events.filter((_, index) => index % 2 === 0);
  await deliver([...odd, ...even, ...odd]);
  await drained();
  const { mirrored, there } = await both();
  expect(mirrored).toEqual(there);

  reading.asked();
  await deliver(events);
  expect(reading.asked()).toEqual([]);
});

it('events of which some are lost are made up for by the next runs', async () => {
  const events = await muchHappens();
  await deliver(events.filter((_, index) => index % 3 === 0));
  await drained();
  await mirror.run();
  await drained();
  await mirror.run();
  const { mirrored, there } = await both();
  expect(mirrored).toEqual(there);
});

it('many pushes to one repository are one question, once they wait', async () => {
  for (let index = 0; index < 20; index += 1) {
    await change.push('billing', component(`number-${index}`));
  }
  const events = await deliveries();
  reading.asked();
  await Promise.all(events.map(event => handle(event)));
  await mirror.mirror.settled();
  const asked = reading.asked();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThan(5);
  const { mirrored, there } = await both();
  expect(mirrored).toEqual(there);
});
