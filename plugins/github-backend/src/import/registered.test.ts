import { mockServices } from '@backstage/backend-test-utils';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import { createLookUp } from '../catalog/reading/createLookUp';
import { MirrorReader } from '../catalog/reading/MirrorReader';
import type { Lacks } from '../people/owners/Lacks';
import type { TeamAccess } from '../people/People';
import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { viewWithRegistered } from '../store/viewWithRegistered';
import { openMirror, type OpenMirror } from '../sync/__testUtils__/openMirror';
import { viewWithWikis, withPages } from '../wikis/known/withKnownWikis';
import { createInfer } from './plan/createInfer';
import { planImport } from './plan/planImport';

jest.setTimeout(60_000);

let reading: Reading;
let mirror: OpenMirror;
beforeAll(async () => {
  reading = await startReading();
  mirror = await openMirror({ reading });
});
afterAll(async () => {
  await mirror.close();
  await reading.stop();
});

const teams: TeamAccess[] = [{ slug: 'web', permission: 'write' }];
const lacks: Lacks = named => 'slug' in named && named.slug === 'nobody-such';
const now = () => reading.sandbox.sandbox.clock.now();

/** The view that processes are served. */
const view = () =>
  viewWithRegistered({
    view: viewWithWikis({ view: mirror.store.view, book: mirror.book }),
    organisations: mirror.store.organisations,
    people: Promise.resolve({
      teamsOf: async () => new Map([['plain', teams]]),
      ownersVersion: async () => '',
      lacks,
    }),
    logger: mockServices.logger.mock(),
    now,
  });

/** What the catalog makes of a repository's URL. */
async function registered(name: string) {
  const reader = new MirrorReader({
    view: async () => view(),
    lookUp: createLookUp({
      ...{ repositories: reading.create(), settings: mirror.settings, now },
    }),
    hosts: () => [reading.host],
    settings: mirror.settings,
  });
  const entities: unknown[] = [];
  const target = `${reading.sandbox.url}/acme/${name}`;
  await reader.readLocation(
    ...([
      { type: 'url', target },
      false,
      result => {
        if (result.type === 'entity') entities.push(result.entity);
      },
      async function* parse({ data, location }) {
        yield* parseEntityYaml(data, location);
      },
    ] satisfies Parameters<MirrorReader['readLocation']>),
  );
  return entities;
}

it('makes the entity that was planned of a registered repository, where inference is off', async () => {
  reading.add('plain', {
    'README.md': 'x',
    'docs/index.md': '# Docs',
    CODEOWNERS: '* @acme/nobody-such\n',
  });
  reading.add('owned', { '.github/CODEOWNERS': '* @acme/shop-team\n' });
  await mirror.run();
  const { items } = await planImport({
    ...{ host: reading.host, organisation: 'acme', settings: mirror.settings },
    view: view(),
    github: reading.create(),
    infer: asked =>
      createInfer({ settings: mirror.settings, lacks })({
        ...asked,
        repository: withPages({ ...asked, book: mirror.book }),
      }),
    teamsOf: async () => new Map([['plain', teams]]),
    inferredRefs: async () => new Map(),
    takenRefs: async () => new Map(),
    onProgress: async () => {},
  });
  const planned = (name: string) =>
    items.find(({ repository }) => repository === `acme/${name}`)!.entity!.yaml;
  expect(planned('plain')).toContain('owner: group:default/web');
  expect(
    items.find(({ repository }) => repository === 'acme/plain')!.missing,
  ).toContain(
    'CODEOWNERS names @acme/nobody-such, and GitHub has no such team: the owner is group:default/web',
  );
  expect(planned('owned')).toContain('owner: group:default/shop-team');

  reading.asked();
  const first = [await registered('plain'), await registered('owned')];
  expect(first).toMatchObject([
    [{ kind: 'Component', spec: { owner: 'group:default/web' } }],
    [{ kind: 'Component', spec: { owner: 'group:default/shop-team' } }],
  ]);
  const [[plain], [owned]] = first as any[][];
  expect(plain.metadata.annotations['backstage.io/techdocs-ref']).toContain(
    '/acme/plain/tree/main/',
  );
  // Nobody knows of a page in its wiki, though wikis are switched on.
  expect(planned('owned')).not.toContain('techdocs-ref');
  expect(owned.metadata.annotations).not.toHaveProperty([
    'backstage.io/techdocs-ref',
  ]);
  expect(reading.asked()).toHaveLength(2);

  // From the next run on the mirror has all of it, and only one run is in full because of that.
  expect(await mirror.run()).toEqual(['POST graphql 200']);
  expect(await registered('plain')).toEqual(first[0]);
  expect(await registered('owned')).toEqual(first[1]);
  expect(reading.asked()).toEqual([]);
  const { lastFullAt } = await mirror.status();
  mirror.catalog.told();
  await mirror.run();
  expect(await mirror.status()).toMatchObject({ lastFullAt });
  expect(mirror.catalog.told()).toEqual({ mutations: [], refreshed: [] });

  // A push, told by a webhook, takes nothing of it away.
  await mirror.hint('owned');
  reading.asked();
  expect(await registered('owned')).toEqual(first[1]);
  expect(reading.asked()).toEqual([]);
});
