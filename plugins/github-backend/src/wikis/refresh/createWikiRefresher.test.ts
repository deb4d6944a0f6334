import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { RepositoryHint } from '../../sync/RepositoryHint';
import { openSqlite } from '../../sync/__testUtils__/openMirror';
import type { WikiHead } from '../git/wikiHead';
import { openWikiBook } from '../known/openWikiBook';
import { createWikiRefresher } from './createWikiRefresher';
import { dueWikis } from './dueWikis';

const WIKI = { host: 'github.com', owner: 'acme', name: 'shop' };

const component = (name: string, docs?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    ...(docs && { annotations: { 'backstage.io/techdocs-ref': docs } }),
  },
});

const ENTITIES = [
  component('shop', 'url:https://github.com/Acme/Shop/wiki'),
  component('shop-too', 'url:https://github.com/acme/shop.wiki.git'),
  component('other', 'url:https://github.com/acme/other/wiki'),
  component('page', 'url:https://github.com/acme/shop/wiki/Home'),
  component('docs', 'dir:.'),
  component('none'),
];

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function open(more: { builtFrom?: Record<string, string> } = {}) {
  const knex = await openSqlite();
  close = () => knex.destroy();
  let time = 0;
  const now = () => new Date(time);
  const book = await openWikiBook({ knex, now });
  const etags = new Map(Object.entries(more.builtFrom ?? {}));
  const asked: string[] = [];
  const hints: RepositoryHint[] = [];
  const due: (() => void)[] = [];
  const state = {
    head: { state: 'found', oid: 'two' } as WikiHead,
    /** GitHub answers when this is over. */
    gate: Promise.resolve(),
    /** What TechDocs answers where it is to build. */
    build: 'built' as 'built' | 'unchanged' | 'failed',
  };
  const events = mockServices.events.mock();
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock({ entities: ENTITIES });
  const auth = mockServices.auth();
  const refresher = createWikiRefresher({
    ...{ book, catalog, auth, events, logger },
    async headOf({ name }) {
      asked.push(`head of ${name}`);
      await state.gate;
      return state.head;
    },
    mirror: {
      async hint(given) {
        hints.push(...given);
      },
    },
    sites: {
      async etagOf({ name }) {
        return etags.get(name);
      },
      async build({ name }) {
        asked.push(`build ${name}`);
        if (state.build === 'failed') {
          return { outcome: 'failed', reason: 'broken' };
        }
        if (state.build === 'built' && state.head.state === 'found') {
          etags.set(name, state.head.oid);
        }
        return { outcome: state.build };
      },
    },
    timers: {
      after({ run }) {
        due.push(run);
        return () => {};
      },
    },
  });
  return {
    ...{ refresher, book, state, asked, hints, due, events, logger },
    ...{ catalog, auth, now },
    advance(ms: number) {
      time += ms;
    },
  };
}

it('has the docs of a changed wiki built again, and search told', async () => {
  const scene = await open({ builtFrom: { shop: 'one', other: 'one' } });
  await scene.refresher.refresh(WIKI);
  // `shop-too` was never opened, so nobody waits for it.
  expect(scene.asked).toEqual(['head of shop', 'build shop']);
  expect(scene.events.publish.mock.calls).toEqual([
    [
      {
        topic: 'callboard.techdocs.site-built',
        eventPayload: { entityRef: 'component:default/shop' },
      },
    ],
  ]);
  await scene.refresher.refresh(WIKI);
  expect(scene.asked.slice(2)).toEqual(['head of shop']);
});

it('tries again where TechDocs has looked a moment ago', async () => {
  const scene = await open({ builtFrom: { shop: 'one' } });
  scene.state.build = 'unchanged';
  await scene.refresher.refresh(WIKI);
  expect(scene.due).toHaveLength(1);
  scene.state.build = 'built';
  scene.due[0]();
  await scene.refresher.refresh(WIKI);
  expect(scene.asked.filter(each => each === 'build shop')).toHaveLength(2);
  expect(scene.events.publish).toHaveBeenCalledTimes(1);
  expect(scene.due).toHaveLength(1);
});

it('does not try for ever', async () => {
  const scene = await open({ builtFrom: { shop: 'one' } });
  scene.state.build = 'unchanged';
  await scene.refresher.refresh(WIKI);
  for (let n = 0; n < scene.due.length; n += 1) {
    scene.due[n]();
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  expect(scene.due).toHaveLength(2);
});

it('says which docs could not be built', async () => {
  const scene = await open({ builtFrom: { shop: 'one' } });
  scene.state.build = 'failed';
  await scene.refresher.refresh(WIKI);
  expect(scene.logger.warn).toHaveBeenCalledWith(
    'Could not build the docs of component:default/shop after its wiki changed: broken',
  );
  expect(scene.events.publish).not.toHaveBeenCalled();
});

it('looks once, and once more, however often it is asked to meanwhile', async () => {
  const scene = await open();
  let answer = () => {};
  scene.state.gate = new Promise(resolve => {
    answer = resolve;
  });
  const first = scene.refresher.refresh(WIKI);
  while (scene.asked.length === 0) await new Promise(setImmediate);
  const more = Array.from({ length: 20 }, () => scene.refresher.refresh(WIKI));
  answer();
  await Promise.all([first, ...more]);
  expect(scene.asked).toEqual(['head of shop', 'head of shop']);
});

it('tells the mirror when a wiki gets its first page, or loses its last', async () => {
  const scene = await open();
  const hint = { ...WIKI, reason: 'repository' };
  await scene.refresher.refresh(WIKI);
  expect(scene.hints).toEqual([hint]);
  expect(scene.book.find(WIKI)).toMatchObject({ head: 'two' });
  await scene.refresher.refresh(WIKI);
  expect(scene.hints).toEqual([hint]);
  // Whatever the reason: nothing is lost by a refusal.
  scene.state.head = { state: 'refused', status: 401 };
  await scene.refresher.refresh(WIKI);
  expect(scene.hints).toEqual([hint]);
  expect(scene.book.find(WIKI)).toMatchObject({ head: 'two' });
  scene.state.head = { state: 'empty' };
  await scene.refresher.refresh(WIKI);
  expect(scene.hints).toEqual([hint, hint]);
  expect(scene.book.find(WIKI)?.head).toBeUndefined();
});

it('is due hourly, or daily where webhooks tell of wikis', async () => {
  const scene = await open();
  const HOUR = 60 * 60_000;
  const due = async (hasWebhooks: boolean) =>
    (
      await dueWikis({
        ...scene,
        everyMs: HOUR,
        hasWebhooks: async () => hasWebhooks,
      })
    ).map(({ name }) => name.toLowerCase());
  expect((await due(true)).sort()).toEqual(['other', 'shop']);
  await scene.book.record({ wiki: WIKI, head: 'one' });
  expect(await due(false)).toEqual(['other']);
  scene.advance(HOUR);
  expect((await due(false)).sort()).toEqual(['other', 'shop']);
  expect(await due(true)).toEqual(['other']);
  scene.advance(23 * HOUR);
  expect((await due(true)).sort()).toEqual(['other', 'shop']);
});

it('remembers, also for other replicas and after a restart', async () => {
  const knex = await openSqlite();
  close = () => knex.destroy();
  const now = () => new Date('2026-03-01T12:00:00Z');
  const first = await openWikiBook({ knex, now });
  const second = await openWikiBook({ knex, now });
  await first.record({ wiki: WIKI, head: 'one' });
  await first.record({ wiki: { ...WIKI, name: 'Empty' } });
  expect(second.find(WIKI)).toBeUndefined();
  await second.load();
  expect(second.find({ ...WIKI, owner: 'ACME' })).toEqual({
    head: 'one',
    checkedAt: now(),
  });
  expect(second.find({ ...WIKI, name: 'empty' })).toEqual({ checkedAt: now() });
});
