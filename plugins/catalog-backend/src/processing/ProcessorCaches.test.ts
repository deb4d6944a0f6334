import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { ProcessorCaches } from './ProcessorCaches';

const processor = (name: string): CatalogProcessor => ({
  getProcessorName: () => name,
});

describe('ProcessorCaches', () => {
  it('shows what was stored before, not what is written now', async () => {
    const caches = new ProcessorCaches({ cache: { a: { key: 1, other: 2 } } });
    const cache = caches.forProcessor(processor('a'));
    await cache.set('key', 3);
    expect(await cache.get('key')).toBe(1);
    expect(caches.collect()).toEqual({ a: { key: 3 } });
  });

  it('keeps what is stored of a processor that writes nothing, and forgets one that is not called', () => {
    const caches = new ProcessorCaches({
      cache: { a: { key: 1 }, b: { key: 2 } },
    });
    caches.forProcessor(processor('a'));
    expect(caches.collect()).toEqual({ a: { key: 1 } });
  });

  it('has a part for each target', async () => {
    const caches = new ProcessorCaches({
      cache: { a: { one: { v1: 1 }, two: { v1: 2 } } },
    });
    const one = caches.forProcessor(processor('a'), 'one');
    expect(await one.get('v1')).toBe(1);
    await one.set('v1', 10);
    caches.forProcessor(processor('a'), 'three');
    expect(caches.collect()).toEqual({
      a: { one: { v1: 10 }, two: { v1: 2 } },
    });
  });

  it.each([undefined, {}, { cache: 1 }, { cache: { a: 'x' } }] as any[])(
    'takes %j for empty',
    async state => {
      const caches = new ProcessorCaches(state);
      expect(
        await caches.forProcessor(processor('a')).get('key'),
      ).toBeUndefined();
      expect(caches.collect()).toEqual({ a: undefined });
    },
  );
});
