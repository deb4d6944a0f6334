const FIRST_SURROGATE = 0xd800;
const FIRST_AFTER_SURROGATES = 0xe000;

/**
 * Compares two strings by code points, which is the order of their UTF-8 bytes and so that of the databases. JavaScript's own
 * `<` compares UTF-16 code units, which puts characters beyond U+FFFF before those from U+E000 on.
 */
export function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const ours = left.charCodeAt(i);
    const theirs = right.charCodeAt(i);
    if (ours !== theirs) return rank(ours) - rank(theirs);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above all others. */
function rank(codeUnit: number): number {
  return codeUnit >= FIRST_SURROGATE && codeUnit < FIRST_AFTER_SURROGATES
    ? codeUnit + 0x10000
    : codeUnit;
}
