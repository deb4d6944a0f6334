import { createEtagCache } from './createEtagCache';

const answer = (data: unknown, etag: string | undefined = '"1"') => ({
  url: 'https://api.github.com/zen',
  headers: { etag },
  data,
});

it('gives a new copy each time', () => {
  const cache = createEtagCache();
  cache.put('json', answer({ list: [1] }));
  cache.put('bytes', answer(new Uint8Array([1, 2]).buffer));
  cache.put('text', answer('text'));
  const json = cache.get('json')!.data() as { list: number[] };
  json.list.push(2);
  expect(cache.get('json')!.data()).toEqual({ list: [1] });
  new Uint8Array(cache.get('bytes')!.data() as ArrayBuffer)[0] = 9;
  expect([
    ...new Uint8Array(cache.get('bytes')!.data() as ArrayBuffer),
  ]).toEqual([1, 2]);
  expect(cache.get('text')).toMatchObject({ etag: '"1"' });
});

it('keeps only what has an etag and is whole', () => {
  const cache = createEtagCache();
  cache.put('a', { ...answer({}), headers: {} });
  cache.put('b', answer(new ReadableStream()));
  cache.put('c', answer(undefined));
  expect(['a', 'b', 'c'].map(cache.get)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(cache.size()).toBe(0);
});

it('forgets what was not used for longest, and does not grow beyond its size', () => {
  const cache = createEtagCache({ maxBytes: 20_000 });
  const text = 'x'.repeat(1_000);
  for (let number = 0; number < 6; number += 1) {
    cache.put(`${number}`, answer(text));
  }
  cache.get('0');
  cache.put('6', answer(text));
  expect(cache.get('0')).toBeDefined();
  expect(cache.get('1')).toBeUndefined();
  cache.put('large', answer('x'.repeat(5_000)));
  expect(cache.get('large')).toBeUndefined();
  expect(cache.size()).toBeLessThanOrEqual(20_000);
  cache.put('0', answer(text, '"2"'));
  expect(cache.get('0')!.etag).toBe('"2"');
  const size = cache.size();
  cache.put('0', answer(text, '"3"'));
  expect(cache.size()).toBe(size);
  // One that is too large now must not leave an earlier answer behind, and neither may one without an etag.
  cache.put('0', answer('x'.repeat(5_000)));
  expect(cache.get('0')).toBeUndefined();
  cache.put('6', { ...answer(text), headers: {} });
  expect(cache.get('6')).toBeUndefined();
});
