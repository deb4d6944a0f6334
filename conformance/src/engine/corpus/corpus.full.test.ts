import {
  allDatabases,
  startDatabases,
  type Databases,
} from '../harness/databases';
import { dumpState } from '../harness/dumpState';
import type { Pair } from '../harness/startPair';
import { compareReads } from './compareReads';
import { compareWrites } from './compareWrites';
import { readRequests } from './readRequests';
import { startCorpusPair } from './startCorpusPair';
import { writeRequests } from './writeRequests';

jest.setTimeout(120_000);

describe.each(allDatabases)('the corpus of requests on %s', database => {
  let databases: Databases;
  let pair: Pair;

  beforeAll(async () => {
    databases = await startDatabases(database);
    pair = await startCorpusPair({ databases });
  });

  afterAll(async () => {
    await pair?.stop();
    await databases?.stop();
  });

  it('begins in the same state', async () => {
    const [stock, other] = await Promise.all(pair.sides.map(dumpState));
    expect(other).toEqual(stock);
    expect(Object.keys(stock.entities).length).toBeGreaterThan(60);
  });

  it.each(Object.keys(readRequests))(
    'answers %s as stock does',
    async group => {
      const questions = readRequests[group];
      expect(await compareReads({ pair, database, questions })).toEqual([]);
    },
  );

  it('answers what changes something as stock does, and ends in the same state', async () => {
    expect(
      await compareWrites({ pair, database, questions: writeRequests }),
    ).toEqual([]);
  });
});
