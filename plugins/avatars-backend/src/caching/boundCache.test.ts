import { mockServices } from '@backstage/backend-test-utils';
import { boundCache } from './boundCache';

describe('boundCache', () => {
  it('deletes what was used least recently once it is full', async () => {
    const entries = new Map<string, unknown>();
    const bounded = boundCache({
      cache: mockServices.cache.mock({
        get: async key => entries.get(key) as any,
        set: async (key, value) => {
          entries.set(key, value);
        },
        delete: async key => {
          entries.delete(key);
        },
      }),
      maxBytes: 100,
    });
    const value = 'x'.repeat(38); // 40 bytes with its quotes

    await bounded.set('a', value);
    await bounded.set('b', value);
    await expect(bounded.get('a')).resolves.toBe(value);
    await bounded.set('c', value);

    expect([...entries.keys()]).toEqual(['a', 'c']);
    await expect(bounded.get('b')).resolves.toBeUndefined();
  });
});
