import { ConfigReader } from '@backstage/config';
import * as fc from 'fast-check';
import { DEFAULT_ENTITY_LIMITS } from './EntityLimits';
import { isDeeperThan } from './isDeeperThan';
import { measureEntity } from './measureEntity';
import { readEntityLimits } from './readEntityLimits';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the size of an entity', () => {
  it('is never more than measured', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
        const size = Buffer.byteLength(JSON.stringify(value));
        expect(measureEntity(value, 100)).toBeGreaterThanOrEqual(size);
      }),
      { numRuns: 1_000 },
    );
    for (const value of ['\u0000'.repeat(100), '\ud800\ud800', -1.7e-300]) {
      expect(measureEntity([value], 100)).toBeGreaterThanOrEqual(
        Buffer.byteLength(JSON.stringify([value])),
      );
    }
  });
});

describe('the depth of an entity', () => {
  it('is found', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(7), (value, depth) => {
        const isDeeper = depthOf(value) > depth;
        expect(isDeeperThan(value, depth)).toBe(isDeeper);
        expect(measureEntity(value, depth) === Infinity).toBe(isDeeper);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('catalog.engine.limits', () => {
  const read = (limits?: any) =>
    readEntityLimits(new ConfigReader({ catalog: { engine: { limits } } }));

  it('has defaults', () => {
    expect(read()).toEqual(DEFAULT_ENTITY_LIMITS);
    expect(read({ tags: 7 })).toEqual({ ...DEFAULT_ENTITY_LIMITS, tags: 7 });
  });

  it.each([0, -1, 1.5])('refuses %s', value => {
    expect(() => read({ depth: value })).toThrow(
      `catalog.engine.limits.depth must be a positive integer, not ${value}`,
    );
  });
});
