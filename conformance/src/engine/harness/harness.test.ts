import { adoptIds } from './adoptIds';
import { canonicalAnswer } from './canonical';
import { allDatabases, startDatabases, type Databases } from './databases';
import { dumpState } from './dumpState';
import { deferred } from './deferred';
import { startPair, type Pair } from './startPair';

jest.setTimeout(120_000);

const FILE = `
apiVersion: conformance/v1
kind: Thing
metadata:
  name: from-file
`;

describe.each(allDatabases)('the harness on %s', name => {
  let databases: Databases;
  let pair: Pair;

  beforeAll(async () => {
    databases = await startDatabases(name);
    pair = await startPair({
      databases,
      against: 'stock',
      providers: ['one'],
    });
    pair.world.files.set('https://files.test/a.yaml', FILE);
    await pair.both(async side => {
      await side
        .provider('one')
        .full([
          deferred({ name: 'parent', children: [{ name: 'child' }] }),
          deferred({ name: 'broken', throwIn: 'postProcess' }),
        ]);
      await side.ask({
        method: 'POST',
        path: '/locations',
        body: { type: 'url', target: 'https://files.test/a.yaml' },
      });
    });
  });

  afterAll(async () => {
    await pair?.stop();
    await databases?.stop();
  });

  it('finds stock like stock', async () => {
    const [first, second] = await Promise.all(pair.sides.map(dumpState));
    expect(Object.keys(first.entities)).toEqual([
      'location:default/generated-b3e5db43c72bd048da564df4bb0acba9a03adb2b',
      'thing:default/child',
      'thing:default/from-file',
      'thing:default/parent',
    ]);
    expect(first.refreshState['thing:default/broken']).toEqual({
      locationKey: 'conformance',
      processed: false,
      errors: [expect.stringContaining('Asked to throw')],
    });
    expect(second).toEqual(first);
  });

  it('gives one stock the identifiers of another', async () => {
    await adoptIds({ from: pair.other, to: pair.stock });
    const answers = await Promise.all(
      pair.sides.map(side =>
        side.ask({ path: '/entities/by-query?orderField=kind&limit=2' }),
      ),
    );
    const [first, second] = answers.map(answer =>
      canonicalAnswer(answer, new Map()),
    );
    expect(first).toMatchObject({
      status: 200,
      body: { totalItems: 4, pageInfo: { nextCursor: { totalItems: 4 } } },
    });
    expect(second).toEqual(first);
  });

  it('notices a difference', async () => {
    await pair.other
      .provider('one')
      .delta({ added: [deferred({ name: 'more' })], removed: [] });
    await pair.both(async () => {});
    const [first, second] = await Promise.all(pair.sides.map(dumpState));
    expect(second).not.toEqual(first);
  });
});
