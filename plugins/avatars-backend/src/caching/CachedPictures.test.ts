import { mockServices } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import type { PictureOutcome } from '../fetching/PictureOutcome';
import { CachedPictures } from './CachedPictures';

const URL_A = 'https://pictures.example/a?token=secret';
const picture: PictureOutcome = {
  result: 'picture',
  contentType: 'image/png',
  body: Buffer.from([0, 255, 128]),
};
const refused: PictureOutcome = {
  result: 'refused',
  cause: 'content',
  message: 'its host answered 404',
};

/** Pictures over a cache that works like a real one: JSON goes in and comes out. */
function setup(outcome: PictureOutcome) {
  const stored = new Map<string, { json: string; ttl: unknown }>();
  const cache = {
    get: jest.fn(async (key: string) => {
      const entry = stored.get(key);
      return entry && JSON.parse(entry.json);
    }),
    set: jest.fn(
      async (key: string, value: JsonValue, options?: { ttl?: unknown }) => {
        stored.set(key, { json: JSON.stringify(value), ttl: options?.ttl });
      },
    ),
  };
  const fetch = jest.fn(async (_url: string) => outcome);
  const logger = mockServices.logger.mock();
  const pictures = new CachedPictures({ cache, fetch, logger });
  return { pictures, cache, fetch, logger, stored };
}

describe('CachedPictures', () => {
  it('fetches once for many who ask at once, and not again later', async () => {
    const { pictures, fetch } = setup(picture);

    const outcomes = await Promise.all([
      pictures.get(URL_A),
      pictures.get(URL_A),
      pictures.get(URL_A),
    ]);
    expect(outcomes).toEqual([picture, picture, picture]);
    await expect(pictures.get(URL_A)).resolves.toEqual(picture);
    expect(fetch).toHaveBeenCalledTimes(1);
    await pictures.get('https://pictures.example/b');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('remembers a refusal for a shorter time', async () => {
    const { pictures, fetch, stored } = setup(refused);

    await expect(pictures.get(URL_A)).resolves.toEqual(refused);
    await expect(pictures.get(URL_A)).resolves.toEqual(refused);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect([...stored.values()].map(({ ttl }) => ttl)).toEqual([
      { minutes: 10 },
    ]);
  });

  it('keeps URLs, which may carry tokens, out of the keys', async () => {
    const { pictures, stored } = setup(picture);

    await pictures.get(URL_A);
    expect([...stored.keys()].join()).not.toContain('secret');
  });

  it('does not copy what the catalog holds itself', async () => {
    const { pictures, cache } = setup(picture);

    await pictures.get('data:image/png;base64,AAAA');
    expect(cache.set).not.toHaveBeenCalled();
  });

  it('works without its cache, and says so', async () => {
    const { pictures, cache, logger } = setup(picture);
    cache.get.mockRejectedValue(new Error('connection lost'));
    cache.set.mockRejectedValue(new Error('connection lost'));

    await expect(pictures.get(URL_A)).resolves.toEqual(picture);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('forgets a failure of its own', async () => {
    const { pictures, fetch } = setup(picture);
    fetch.mockRejectedValueOnce(new Error('a bug'));

    await expect(pictures.get(URL_A)).rejects.toThrow('a bug');
    await expect(pictures.get(URL_A)).resolves.toEqual(picture);
  });
});
