/** A 32-bit hash of a text, for tables. Another seed gives another hash. */
export function hashText(text: string, seed: number): number {
  let state = seed;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
    state = (state << 5) | (state >>> 27);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return state ^ (state >>> 13);
}
