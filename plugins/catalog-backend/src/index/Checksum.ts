/**
 * A checksum over a set of (entity id, hash) pairs that does not depend on their order and follows additions and removals.
 * It shows accidents, not attacks. Two sets with the same checksum are equal but for a chance of 2^-64.
 */
export class Checksum {
  private high = 0;
  private low = 0;

  add(entityId: string, hash: string): void {
    this.high = (this.high + mix(entityId, hash, 0x811c9dc5)) | 0;
    this.low = (this.low + mix(entityId, hash, 0x2f0b4c47)) | 0;
  }

  remove(entityId: string, hash: string): void {
    this.high = (this.high - mix(entityId, hash, 0x811c9dc5)) | 0;
    this.low = (this.low - mix(entityId, hash, 0x2f0b4c47)) | 0;
  }

  /** 16 hexadecimal digits. */
  toString(): string {
    return [this.high, this.low]
      .map(half => (half >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }
}

function mix(entityId: string, hash: string, seed: number): number {
  let state = absorb(seed, entityId);
  // Keeps ('ab', 'c') apart from ('a', 'bc').
  state = Math.imul(state ^ 0xffff, 0x01000193);
  state = absorb(state, hash);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}

/** FNV-1a with a rotation, so that the two seeds do not stay in step. */
function absorb(start: number, text: string): number {
  let state = start;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
    state = (state << 5) | (state >>> 27);
  }
  return state;
}
