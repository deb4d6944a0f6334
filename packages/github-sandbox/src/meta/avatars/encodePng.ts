import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A square picture of two colours as PNG: one bit for each pixel, RFC 2083. */
export function encodePng(options: {
  /** Pixels. */
  size: number;
  /** Red, green and blue, each up to 255; of pixels that are off, and on. */
  colours: [number[], number[]];
  isOn: (x: number, y: number) => boolean;
}): Buffer<ArrayBuffer> {
  const { size, colours, isOn } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // One bit, a palette.
  header.set([1, 3], 8);

  const lineLength = 1 + Math.ceil(size / 8);
  const lines = Buffer.alloc(lineLength * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (isOn(x, y)) {
        lines[y * lineLength + 1 + Math.floor(x / 8)] += 2 ** (7 - (x % 8));
      }
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
