import { createHash } from 'node:crypto';
import { generateEntities } from './generateEntities';

const kindsOf = (count: number) => {
  const kinds: Record<string, number> = {};
  for (const { kind } of generateEntities({ count })) {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
};

function checksum(options: { count: number; seed?: number }) {
  const hash = createHash('sha256');
  for (const entity of generateEntities(options)) {
    hash.update(`${JSON.stringify(entity)}\n`);
  }
  return hash.digest('hex');
}

describe('generateEntities', () => {
  // Recorded once. With other entities, figures of one version cannot be held against those of another.
  it.each([
    [
      1000,
      1,
      'c6974a32e416a2a53220da6590b822c044ecdecfcdfcd4685d093ce3cd4204f3',
    ],
    [50, 7, 'bee397e45c57e0cf4a7e5874a3af8b83a8e29bbbde5da22395a1b60e8b922155'],
  ])('makes the same %d entities from seed %d, always', (count, seed, sum) => {
    expect(checksum({ count, seed })).toBe(sum);
  });

  it('makes another catalog from another seed', () => {
    expect(checksum({ count: 100, seed: 2 })).not.toBe(
      checksum({ count: 100 }),
    );
  });

  it('makes as many entities as asked for, most of them components', () => {
    expect(kindsOf(1000)).toEqual({
      Group: 20,
      User: 80,
      Domain: 5,
      System: 45,
      Resource: 50,
      API: 200,
      Component: 600,
    });
  });

  it('has a group, a domain and a system even in the smallest catalog', () => {
    expect(kindsOf(4)).toEqual({
      Group: 1,
      Domain: 1,
      System: 1,
      Component: 1,
    });
  });

  it('gives no two entities the same reference', () => {
    const refs = [...generateEntities({ count: 2000 })].map(
      ({ kind, metadata }) => `${kind}:${metadata.name}`,
    );
    expect(new Set(refs).size).toBe(2000);
  });
});
