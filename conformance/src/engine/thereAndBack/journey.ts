import type { JsonObject } from '@backstage/types';
import { readIds } from '../harness/adoptIds';
import type { Question } from '../harness/ask';
import { canonicalAnswer } from '../harness/canonical';
import type { Databases } from '../harness/databases';
import { deferred } from '../harness/deferred';
import { dumpState, type State } from '../harness/dumpState';
import type { EngineName } from '../harness/engines';
import { settle } from '../harness/settle';
import type { Side } from '../harness/Side';
import { startSide } from '../harness/startSide';
import { createWorld, type World } from '../harness/world';
import { sortAncestry } from '../queries/sortAncestry';

/** What a database looked like at one point of a journey. */
export type Sight = {
  state: State;
  ids: { entities: [string, string][]; locations: [string, string][] };
  /** Answers to questions that need the search and relations of every entity. */
  answers: unknown[];
};

/** What happens between two restarts. The catalog settles after each of them. */
type Leg = ((side: Side, world: World) => Promise<unknown>)[];

const file = (name: string) => `https://files.test/${name}.yaml`;
const document = (name: string, content: string) => `
apiVersion: conformance/v1
kind: Thing
metadata: { name: ${name} }
spec: { content: ${content} }
`;
const register = (name: string) => (side: Side) =>
  side.ask({
    method: 'POST',
    path: '/locations',
    body: { type: 'url', target: file(name) },
  });
const refresh = (entityRef: string) => (side: Side) =>
  side.ask({ method: 'POST', path: '/refresh', body: { entityRef } });

const fill: Leg = [
  (side, world) => {
    world.files.set(file('one'), document('from-one', 'first'));
    world.files.set(file('two'), document('from-two', 'first'));
    return side.provider('a').full([
      deferred({
        name: 'parent',
        relations: [
          { type: 'partOf', target: 'thing:default/whole', inverse: 'hasPart' },
        ],
        children: [
          { name: 'child', children: [{ name: 'grandchild' }] },
          { name: 'orphan-to-be', refreshKeys: ['key:orphan'] },
        ],
      }),
      deferred({ name: 'whole' }),
      deferred({ name: 'broken', throwIn: 'postProcess' }),
    ]);
  },
  side => side.provider('b').full([deferred({ name: 'from-b' })]),
  register('one'),
  register('two'),
  side =>
    side.provider('a').delta({
      added: [
        deferred({
          name: 'parent',
          relations: [
            {
              type: 'partOf',
              target: 'thing:default/whole',
              inverse: 'hasPart',
            },
          ],
          children: [{ name: 'child', children: [{ name: 'grandchild' }] }],
        }),
      ],
      removed: [],
    }),
  // That it is an orphan, stock finds out when it processes it the next time.
  side => side.provider('a').refresh(['key:orphan']),
];

const change: Leg = [
  side =>
    side.provider('a').full([
      deferred({
        name: 'parent',
        content: 'changed',
        children: [{ name: 'child' }, { name: 'second-child' }],
      }),
      deferred({ name: 'broken' }),
      deferred({
        name: 'new',
        relations: [
          { type: 'likes', target: 'thing:default/from-b', inverse: 'likedBy' },
        ],
      }),
    ]),
  side =>
    side.provider('b').delta({
      added: [deferred({ name: 'more-from-b', locationKey: 'other' })],
      removed: [],
    }),
  register('three'),
  (side, world) => {
    world.files.set(file('one'), document('from-one', 'second'));
    return refresh('thing:default/from-one')(side);
  },
  async side => {
    const { locations } = await readIds(side.knex);
    return side.ask({
      method: 'DELETE',
      path: `/locations/${locations.get(`url:${file('two')}`)}`,
    });
  },
];

const changeAgain: Leg = [
  side =>
    side
      .provider('a')
      .full([
        deferred({ name: 'parent', children: [{ name: 'second-child' }] }),
        deferred({ name: 'whole' }),
      ]),
  side => side.provider('b').full([]),
  (side, world) => {
    world.files.set(file('three'), document('from-three', 'third'));
    return refresh('thing:default/from-one')(side);
  },
  register('two'),
];

/** Asked at each stop: through the index, the relations and the ancestry. */
const questions: Question[] = [
  { path: '/entities/by-query?orderField=metadata.name&fields=metadata.name' },
  {
    path: '/entities/by-query?filter=metadata.annotations.backstage.io/orphan=true&orderField=metadata.name',
  },
  { path: '/entity-facets?facet=kind&facet=relations.partOf' },
  { path: '/entities?filter=relations.likes&order=asc:metadata.name' },
  { path: '/entities/by-name/thing/default/second-child/ancestry' },
  { path: '/entities/by-name/thing/default/grandchild/ancestry' },
  { path: '/locations/by-entity/thing/default/from-one' },
];

/**
 * Fills a database with the first engine, goes on with the second, and back to the first, with a restart before each. Resolves to what
 * there was to see at each stop: filled, switched, changed, switched back, changed again.
 */
export async function journey(options: {
  databases: Databases;
  engines: [EngineName, EngineName];
  orphanStrategy: 'keep' | 'delete';
}): Promise<Sight[]> {
  const { databases, engines, orphanStrategy } = options;
  const [first, second] = engines;
  const world = createWorld();
  const database = await databases.createLasting();
  const sights: Sight[] = [];
  const stay = async (engine: EngineName, leg: Leg, lookFirst: boolean) => {
    const side = await start({ engine, world, database, orphanStrategy });
    try {
      if (lookFirst) {
        await letTimePass(side);
        await settleDown(side);
        sights.push(await look(side));
      }
      for (const step of leg) {
        await step(side, world);
        await settleDown(side);
      }
      sights.push(await look(side));
    } finally {
      await side.stop();
    }
  };
  await stay(first, fill, false);
  await stay(second, change, true);
  await stay(first, changeAgain, true);
  return sights;
}

function start(options: {
  engine: EngineName;
  world: World;
  database: JsonObject;
  orphanStrategy: string;
}) {
  const { orphanStrategy, ...rest } = options;
  return startSide({
    ...rest,
    providers: ['a', 'b'],
    catalog: { orphanStrategy },
  });
}

/** Has stock process everything once, as it does within minutes: until then it may search what it has not written itself. */
async function letTimePass({ engine, knex }: Side) {
  if (engine === 'stock') {
    await knex('refresh_state').update({ next_update_at: knex.fn.now() });
  }
}

async function settleDown(side: Side) {
  await settle(side);
  await side.removeOrphans();
  await settle(side);
}

async function look(side: Side): Promise<Sight> {
  const { entities, locations } = await readIds(side.knex);
  const known = new Map([
    ...[...entities].map(([ref, id]) => [id, `<uid of ${ref}>`] as const),
    ...[...locations].map(([name, id]) => [id, `<id of ${name}>`] as const),
  ]);
  const answers = [];
  for (const question of questions) {
    const answer = await side.ask(question);
    answers.push(sortAncestry(canonicalAnswer(answer, known)));
  }
  return {
    state: await dumpState(side),
    ids: {
      entities: [...entities].sort(),
      locations: [...locations].sort(),
    },
    answers,
  };
}
