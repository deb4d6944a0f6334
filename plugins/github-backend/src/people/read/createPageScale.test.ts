import { createPageScale } from './createPageScale';

it('halves pages down to a sixteenth, and says when that is all', () => {
  const scale = createPageScale();
  const sizes = [scale.of(100)];
  while (scale.shrink()) sizes.push(scale.of(100));
  expect(sizes).toEqual([100, 50, 25, 12, 6]);
  expect(scale.of(5)).toBe(1);
});

it('grows again after four good answers in a row', () => {
  const scale = createPageScale();
  scale.shrink();
  scale.shrink();
  const good = (times: number) => {
    for (let n = 0; n < times; n += 1) scale.grow();
    return scale.of(100);
  };
  expect(good(3)).toBe(25);
  expect(good(1)).toBe(50);
  expect(good(8)).toBe(100);
});
