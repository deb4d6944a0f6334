import { inflateSync } from 'node:zlib';
import { identicon } from './identicon';

/** The pixels of a picture, a line after the other. */
function pixels(png: Buffer): string[] {
  const at = png.indexOf('IDAT');
  const length = png.readUInt32BE(at - 4);
  const lines = inflateSync(png.subarray(at + 4, at + 4 + length));
  const size = png.readUInt32BE(16);
  const width = 1 + Math.ceil(size / 8);
  return Array.from({ length: size }, (_, y) =>
    [...lines.subarray(y * width + 1, (y + 1) * width)]
      .map(byte => byte.toString(2).padStart(8, '0'))
      .join('')
      .slice(0, size),
  );
}

it('is mirrored, the same every time, and another one for another account', () => {
  const picture = identicon({ of: 'u/12', size: 60 });
  const lines = pixels(picture);
  expect(lines).toHaveLength(60);
  expect(lines.every(line => line === [...line].reverse().join(''))).toBe(true);
  expect(new Set(lines).size).toBeGreaterThan(2);
  expect(identicon({ of: 'u/12', size: 60 })).toEqual(picture);
  expect(identicon({ of: 'u/13', size: 60 })).not.toEqual(picture);
});

it.each([1, 7, 420])('can have %i pixels', size => {
  const picture = identicon({ of: 'u/1', size });
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(size);
});
