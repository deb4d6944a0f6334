import fc from 'fast-check';
import { createPageSizes } from './createPageSizes';

const acme = { host: 'github.com', owner: 'acme' };

it('halves after failures, down to one, and doubles after two successes', () => {
  const sizes = createPageSizes();
  const seen: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    seen.push(sizes.of(acme, 100));
    sizes.failed(acme, sizes.of(acme, 100), { isWall: false });
  }
  expect(seen).toEqual([100, 50, 25, 12, 6, 3, 1, 1]);
  sizes.succeeded(acme, 1);
  expect(sizes.of(acme, 100)).toBe(1);
  sizes.succeeded(acme, 1);
  expect(sizes.of(acme, 100)).toBe(2);
});

it('keeps a size for each owner of each host', () => {
  const sizes = createPageSizes();
  sizes.failed(acme, 100, { isWall: true });
  expect(sizes.of({ ...acme, owner: 'Acme' }, 100)).toBe(50);
  expect(sizes.of({ ...acme, owner: 'other' }, 100)).toBe(100);
  expect(sizes.of({ ...acme, host: 'ghe.example' }, 100)).toBe(100);
});

it('meets a wall ever more seldom', () => {
  const sizes = createPageSizes();
  // GitHub can bear 50.
  let failures = 0;
  for (let request = 0; request < 200; request += 1) {
    const size = sizes.of(acme, 100);
    if (size > 50) {
      failures += 1;
      sizes.failed(acme, size, { isWall: true });
    } else sizes.succeeded(acme, size);
  }
  expect(failures).toBeLessThan(11);
});

it('stays large where every third request fails for no reason of size', () => {
  const sizes = createPageSizes();
  let read = 0;
  for (let request = 1; request <= 30; request += 1) {
    const size = sizes.of(acme, 100);
    if (request % 3 === 0) sizes.failed(acme, size, { isWall: false });
    else {
      sizes.succeeded(acme, size);
      read += size;
    }
  }
  expect(read).toBeGreaterThan(1_000);
});

it('goes on as before after one that was too much alone', () => {
  const sizes = createPageSizes();
  while (sizes.of(acme, 100) > 1) {
    sizes.failed(acme, sizes.of(acme, 100), { isWall: true });
  }
  expect(sizes.skipped(acme)).toBe(1);
  expect(sizes.of(acme, 100)).toBe(100);
  expect(sizes.skipped(acme)).toBe(2);
  sizes.succeeded(acme, 100);
  expect(sizes.skipped(acme)).toBe(1);
});

it('does not shrink twice for requests that ran at the same time', () => {
  const sizes = createPageSizes();
  sizes.failed(acme, 100, { isWall: true });
  sizes.failed(acme, 100, { isWall: true });
  expect(sizes.of(acme, 100)).toBe(50);
});

it('never leaves 1 to 100, shrinks only after failures and finds back', () => {
  const event = fc.record({
    kind: fc.constantFrom('succeeded', 'noise', 'wall', 'skipped'),
    most: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), events => {
      const sizes = createPageSizes();
      for (const { kind, most } of events) {
        const before = sizes.of(acme, 100);
        const size = sizes.of(acme, most);
        expect(size).toBe(Math.min(before, most));
        if (kind === 'succeeded') sizes.succeeded(acme, size);
        else if (kind === 'skipped') sizes.skipped(acme);
        else sizes.failed(acme, size, { isWall: kind === 'wall' });
        const after = sizes.of(acme, 100);
        const isFailure = kind === 'noise' || kind === 'wall';
        const least = isFailure ? Math.max(1, Math.floor(size / 2)) : before;
        expect(after).toBeGreaterThanOrEqual(least);
        expect(after).toBeLessThanOrEqual(isFailure ? least : 100);
      }
      for (let request = 0; request < 7 * 32; request += 1) {
        sizes.succeeded(acme, sizes.of(acme, 100));
      }
      expect(sizes.of(acme, 100)).toBe(100);
    }),
  );
});
