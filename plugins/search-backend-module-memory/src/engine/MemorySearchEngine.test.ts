import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { MemorySearchEngine } from './MemorySearchEngine';

const documents = [
  { title: 'checkout', text: 'Takes orders', location: '/checkout' },
];

describe('MemorySearchEngine', () => {
  let time = 1000;
  const create = () =>
    new MemorySearchEngine({
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      now: () => time,
    });

  it('finds nothing where nothing has been indexed, and then what has', async () => {
    const engine = create();
    const query = { term: 'checkout', types: ['software-catalog'] };
    expect(await engine.query(query)).toEqual({
      results: [],
      numberOfResults: 0,
    });

    await pipeline(
      Readable.from(documents),
      await engine.getIndexer('software-catalog'),
    );
    const { results } = await engine.query(query);
    expect(results.map(({ document }) => document.location)).toEqual([
      '/checkout',
    ]);
    // The other type is still missing.
    const docs = await engine.query({ term: 'checkout', types: ['techdocs'] });
    expect(docs.results).toEqual([]);
  });

  it('passes on the other errors of the engine', async () => {
    const engine = create();
    engine.setTranslator(() => {
      throw new Error('cannot translate');
    });
    await expect(engine.query({ term: 'x', types: ['t'] })).rejects.toThrow(
      'cannot translate',
    );
  });

  it('remembers when a type was last indexed, and whether that failed', async () => {
    const engine = create();
    expect(engine.lastRun('t')).toBeUndefined();

    const indexer = await engine.getIndexer('t');
    expect(engine.lastRun('t')).toEqual({ startedAt: 1000, failed: false });
    time = 1500;
    await pipeline(Readable.from(documents), indexer);
    expect(engine.lastRun('t')).toEqual({
      startedAt: 1000,
      endedAt: 1500,
      failed: false,
    });

    const broken = new Readable({
      objectMode: true,
      read() {
        this.destroy(new Error('the catalog is gone'));
      },
    });
    await expect(
      pipeline(broken, await engine.getIndexer('t')),
    ).rejects.toThrow('the catalog is gone');
    await new Promise(setImmediate);
    expect(engine.lastRun('t')).toEqual({
      startedAt: 1500,
      endedAt: 1500,
      failed: true,
    });
  });
});
