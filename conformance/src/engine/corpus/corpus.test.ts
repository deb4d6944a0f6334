import { adoptIds } from '../harness/adoptIds';
import { compareAnswers } from '../harness/compareAnswers';
import {
  allDatabases,
  startDatabases,
  type Databases,
} from '../harness/databases';
import { dumpState } from '../harness/dumpState';
import { startPair, type Pair } from '../harness/startPair';
import { sortAncestry } from '../queries/sortAncestry';
import { corpusEntities, corpusFiles, corpusLocations } from './corpusCatalog';
import { readRequests } from './readRequests';
import { resolveIds } from './resolveIds';
import { writeRequests } from './writeRequests';

jest.setTimeout(120_000);

describe.each(allDatabases)('the corpus of requests on %s', database => {
  let databases: Databases;
  let pair: Pair;

  beforeAll(async () => {
    databases = await startDatabases(database);
    pair = await startPair({
      databases,
      providers: ['corpus'],
    });
    for (const [url, content] of Object.entries(corpusFiles)) {
      pair.world.files.set(url, content);
    }
    await pair.both(async side => {
      await side.provider('corpus').full(corpusEntities);
      for (const target of corpusLocations) {
        await side.ask({
          method: 'POST',
          path: '/locations',
          body: { type: 'url', target },
        });
      }
    });
    await adoptIds({ from: pair.other, to: pair.stock });
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
      const mistakes: string[] = [];
      for (const asked of readRequests[group]) {
        const { question } = await resolveIds(pair.stock, asked);
        await compareAnswers({
          pair,
          database,
          question,
          normalise: sortAncestry,
        }).catch(error => mistakes.push(error.message));
      }
      expect(mistakes).toEqual([]);
    },
  );

  it('answers requests that change something as stock does, and comes to the same state', async () => {
    const mistakes: string[] = [];
    for (const asked of writeRequests) {
      const [stock, other] = await Promise.all(
        pair.sides.map(side => resolveIds(side, asked)),
      );
      await compareAnswers({
        pair,
        database,
        question: stock.question,
        otherQuestion: other.question,
        ids: [stock.ids, other.ids],
        normalise: withoutNewIds,
      }).catch(error => mistakes.push(error.message));
      await pair.both(async side => side.removeOrphans());
      const [stockState, otherState] = await Promise.all(
        pair.sides.map(dumpState),
      );
      if (JSON.stringify(stockState) !== JSON.stringify(otherState)) {
        mistakes.push(`The states differ after ${JSON.stringify(asked)}`);
      }
    }
    expect(mistakes).toEqual([]);
  });
});

/** A location that was made just now has an identifier that each catalog drew. */
function withoutNewIds(answer: any): unknown {
  const { location } = answer.body ?? {};
  if (answer.status !== 201 || !location) {
    return answer;
  }
  return {
    ...answer,
    body: { ...answer.body, location: { ...location, id: '<id>' } },
  };
}
