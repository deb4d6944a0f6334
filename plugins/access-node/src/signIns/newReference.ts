import { randomInt } from 'node:crypto';

/** Without what is taken for something else when it is read out: 0 and O, 1 and I and L, 5 and S. */
const SIGNS = '2346789ABCDEFGHJKMNPQRTUVWXYZ';

/** A short name for a failure, to be told on the telephone: `K7F-2QX`. */
export function newReference(): string {
  const part = () =>
    Array.from({ length: 3 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${part()}-${part()}`;
}
