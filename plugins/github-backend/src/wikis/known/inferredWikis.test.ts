import {
  openMirror,
  type OpenMirror,
} from '../../sync/__testUtils__/openMirror';
import { startWikis, type Wikis } from '../__testUtils__/startWikis';
import { lookAt } from '../reader/lookAt';
import { createWikiRefresher } from '../refresh/createWikiRefresher';
import { unknownWikis } from './unknownWikis';
import { viewWithWikis } from './withKnownWikis';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

jest.setTimeout(60_000);

let wikis: Wikis;
let mirror: OpenMirror;
beforeAll(async () => {
  wikis = await startWikis();
  mirror = await openMirror({
    reading: wikis,
    own: { inferred: true },
  });
});
afterAll(async () => {
  await mirror.close();
  await wikis.stop();
});

const docsOf = (name: string) =>
  mirror.catalog.entity(`component:default/${name}`)?.metadata.annotations?.[
    'backstage.io/techdocs-ref'
  ];

it('gives an inferred component its wiki for docs once that is known to have pages', async () => {
  wikis.add('bare', { 'README.md': 'x' });
  wikis.add('noted', { 'README.md': 'x' });
  wikis.add('documented', { 'docs/index.md': 'x' });
  wikis.add('described', {
    'catalog-info.yaml': 'kind: Component\nmetadata:\n  name: described\n',
  });
  const off = wikis.add('off', { 'README.md': 'x' });
  off.features.wiki = false;
  const { state } = wikis.sandbox.sandbox;
  const noted = state.repositories.all().find(({ name }) => name === 'noted')!;
  await wikis.write(noted, { 'Home.md': 'x' });
  await mirror.run();
  // That a wiki is switched on says nothing: by default it is, and empty.
  expect(['bare', 'noted', 'off'].map(docsOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);

  const asked = {
    ...mirror,
    now: () => wikis.sandbox.sandbox.clock.now(),
    view: mirror.store.view,
  };
  const unknown = await unknownWikis(asked);
  expect(unknown.map(({ name }) => name).sort()).toEqual([
    'bare',
    'noted',
    'shop',
    'vault',
  ]);
  const refresher = createWikiRefresher({
    ...asked,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [] }),
    events: mockServices.events.mock(),
    timers: { after: () => () => {} },
    async headOf(wiki) {
      const { credentials } = wikis.github;
      return (await lookAt({ wiki, credentials, pluginId: 'github' })).head;
    },
  });
  wikis.gitRequests();
  await refresher.refreshAll({ wikis: unknown });
  await mirror.mirror.settled();
  expect(wikis.gitRequests()).toHaveLength(4);
  expect(docsOf('noted')).toBe(`url:${wikis.sandbox.url}/acme/noted/wiki`);
  expect(docsOf('bare')).toBeUndefined();
  expect(docsOf('documented')).toBe(
    `url:${wikis.sandbox.url}/acme/documented/tree/main/`,
  );

  // Nothing is asked twice, and a run finds nothing to change.
  expect(await unknownWikis(asked)).toEqual([]);
  const { clock } = wikis.sandbox.sandbox;
  const inDays = async (days: number) =>
    unknownWikis({
      ...asked,
      now: () => new Date(clock.now().getTime() + days * 24 * 60 * 60_000),
    });
  expect(await inDays(6)).toEqual([]);
  expect((await inDays(7)).map(({ name }) => name)).not.toContain('noted');
  expect(await inDays(7)).toHaveLength(3);
  mirror.catalog.told();
  await mirror.run();
  expect(mirror.catalog.told().mutations).toEqual([]);

  const view = viewWithWikis(asked);
  const at = async (name: string) =>
    (await view.repositoryAt({ url: `${wikis.sandbox.url}/acme/${name}` }))
      ?.hasWiki;
  expect(await Promise.all(['noted', 'bare'].map(at))).toEqual([true, false]);

  // The first page, told by a webhook.
  const bare = state.repositories.all().find(({ name }) => name === 'bare')!;
  await wikis.write(bare, { 'Home.md': 'x' });
  await refresher.refresh({ host: wikis.host, owner: 'acme', name: 'bare' });
  await mirror.mirror.settled();
  expect(docsOf('bare')).toBe(`url:${wikis.sandbox.url}/acme/bare/wiki`);
});
