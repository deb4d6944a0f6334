import { createHash } from 'node:crypto';
import { encodePng } from './encodePng';

const CELLS = 5;
const BACKGROUND = [240, 240, 240];

/** The picture of an account that has chosen none, as GitHub draws it: five by five cells, mirrored, in a colour of its own. A PNG. */
export function identicon(options: {
  /** What the picture is of, `u/12`: the same has always the same. */
  of: string;
  /** Pixels. */
  size: number;
}): Buffer<ArrayBuffer> {
  const { of, size } = options;
  const hash = createHash('sha256').update(of).digest();
  const margin = size / (2 * (CELLS + 1));
  const cellAt = (pixel: number) =>
    Math.floor(((pixel + 0.5 - margin) / (size - 2 * margin)) * CELLS);
  return encodePng({
    size,
    colours: [BACKGROUND, colourOf(hash)],
    isOn(x, y) {
      const [column, row] = [cellAt(x), cellAt(y)];
      const isInside = column >= 0 && column < CELLS && row >= 0 && row < CELLS;
      const mirrored = Math.min(column, CELLS - 1 - column);
      return isInside && hash[row * CELLS + mirrored] % 2 === 0;
    },
  });
}

/** Saturated enough to be told apart, and never as bright as the background. */
function colourOf(hash: Buffer): number[] {
  const hue = (hash.readUInt16BE(28) / 0x10000) * 6;
  const [high, low] = [190, 70];
  const between = low + (high - low) * (1 - Math.abs((hue % 2) - 1));
  const steps = [
    [high, between, low],
    [between, high, low],
    [low, high, between],
    [low, between, high],
    [between, low, high],
    [high, low, between],
  ];
  return steps[Math.floor(hue)].map(Math.round);
}
