import { hunkAt } from './placesInDiff';

const patch = [
  '@@ -1,3 +1,4 @@',
  ' one',
  '-two',
  '+2',
  '+2.5',
  ' three',
  '@@ -10,2 +11,2 @@ function x()',
  '-ten',
  '+10',
  ' eleven',
  '\\ No newline at end of file',
].join('\n');

it.each([
  [{ line: 1, side: 'RIGHT' as const }, 1],
  [{ line: 2, side: 'LEFT' as const }, 2],
  [{ line: 2, side: 'RIGHT' as const }, 3],
  [{ line: 3, side: 'RIGHT' as const }, 4],
  [{ line: 3, side: 'LEFT' as const }, 5],
  [{ line: 12, side: 'RIGHT' as const }, 9],
  [{ line: 5, side: 'RIGHT' as const }, undefined],
  [{ line: 10, side: 'RIGHT' as const }, undefined],
  [{ position: 8 }, 8],
  [{ position: 6 }, undefined],
])('finds %j', (where, position) => {
  expect(hunkAt({ patch, ...where })?.position).toBe(position);
});

it('shows the hunk down to the line', () => {
  expect(hunkAt({ patch, line: 11, side: 'RIGHT' })?.diffHunk).toBe(
    '@@ -10,2 +11,2 @@ function x()\n-ten\n+10',
  );
});
