import { createMockDirectory } from '@backstage/backend-test-utils';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { createFileCache } from './createFileCache';

describe('createFileCache', () => {
  const folder = createMockDirectory();
  const directory = folder.resolve('cache');
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  const fileOf = (key: string) =>
    folder.resolve('cache', key.slice(0, 2), `${key.slice(2)}.json`);

  it('keeps values for others that use the folder, and for nobody else to read', async () => {
    await createFileCache({ directory }).set(a, 'one');
    expect(await createFileCache({ directory }).get(a)).toBe('one');
    expect(await createFileCache({ directory }).get(b)).toBeUndefined();
    expect(statSync(directory).mode % 0o1000).toBe(0o700);
    expect(statSync(fileOf(a)).mode % 0o1000).toBe(0o600);
  });

  it('lets go of what has not been used for the longest time', async () => {
    const cache = createFileCache({ directory, maxBytes: 5 });
    await cache.set(a, 'one');
    await cache.set(b, 'two');
    utimesSync(fileOf(a), 1, 1);
    utimesSync(fileOf(b), 2, 2);
    expect(await cache.get(a)).toBe('one');
    await cache.tidy();
    expect([await cache.get(a), await cache.get(b)]).toEqual([
      'one',
      undefined,
    ]);
  });

  it('does without a folder that cannot be written', async () => {
    writeFileSync(folder.resolve('file'), '');
    const cache = createFileCache({ directory: folder.resolve('file/x') });
    await cache.set(a, 'one');
    await cache.tidy();
    expect(await cache.get(a)).toBeUndefined();
  });
});
