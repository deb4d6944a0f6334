import { startCorpusPair } from '../corpus/startCorpusPair';
import { callerPolicy, headersOf } from '../permissions/callers';
import type { Question } from './ask';
import { canonicalAnswer } from './canonical';
import { startDatabases, type Databases } from './databases';
import { deliberateDifferences, explain } from './deliberateDifferences';
import type { Pair } from './startPair';

jest.setTimeout(60_000);

/** One question for each deliberate difference, with which it shows. A difference that no longer shows has to go. */
const shownBy: Record<string, Question> = {
  'cursor-of-default-order': {
    path: '/entities/by-query?orderField=metadata.name&limit=2',
  },
  'values-that-the-database-refuses': {
    path: '/entities/by-query?filter=spec.text=%00',
  },
  'bad-filter-of-an-empty-page': {
    method: 'POST',
    path: '/entities/by-query',
    body: {
      query: { relations: { $contains: {} } },
      limit: 0,
      totalItems: 'exclude',
    },
  },
  'locations-of-hidden-entities': {
    path: '/locations/by-entity/api/default/further-api',
    headers: headersOf('not'),
  },
};

describe('deliberate differences', () => {
  let databases: Databases;
  let pair: Pair;

  beforeAll(async () => {
    databases = await startDatabases('PostgreSQL');
    pair = await startCorpusPair({ databases, policy: callerPolicy });
  });

  afterAll(async () => {
    await pair?.stop();
    await databases?.stop();
  });

  it('are few', () => {
    expect(deliberateDifferences.length).toBeLessThanOrEqual(15);
    expect(Object.keys(shownBy)).toEqual(
      deliberateDifferences.map(({ id }) => id),
    );
  });

  it.each(Object.keys(shownBy))('%s is still there', async id => {
    const question = shownBy[id];
    const [stock, callboard] = await Promise.all(
      pair.sides.map(async side =>
        canonicalAnswer(await side.ask(question), new Map()),
      ),
    );
    expect(callboard).not.toEqual(stock);
    const difference = explain({
      database: 'PostgreSQL',
      question,
      stock,
      callboard,
    });
    expect(difference?.id).toBe(id);
  });

  it('explain nothing else', () => {
    const answer = { status: 200, body: { items: [], totalItems: 3 } };
    expect(
      explain({
        database: 'PostgreSQL',
        question: { path: '/entities/by-query?orderField=kind&limit=2' },
        stock: answer,
        callboard: { ...answer, body: { ...answer.body, totalItems: 2 } },
      }),
    ).toBeUndefined();
    expect(
      explain({
        database: 'PostgreSQL',
        question: { path: '/locations', headers: headersOf('service') },
        stock: { status: 200, body: [{ data: {} }] },
        callboard: { status: 200, body: [] },
      }),
    ).toBeUndefined();
  });
});
