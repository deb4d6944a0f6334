import { hashText } from './hashText';

const HIGH_SEED = 0x811c9dc5;
const LOW_SEED = 0x2f0b4c47;

/**
 * A checksum over a set of (entity id, hash) pairs that does not depend on their order and follows additions and removals. It
 * shows accidents, not attacks: two different sets have the same one with a chance of about 2^-64.
 */
export class Checksum {
  private high = 0;
  private low = 0;

  add(entityId: string, hash: string): void {
    this.high = (this.high + hashPair(entityId, hash, HIGH_SEED)) | 0;
    this.low = (this.low + hashPair(entityId, hash, LOW_SEED)) | 0;
  }

  remove(entityId: string, hash: string): void {
    this.high = (this.high - hashPair(entityId, hash, HIGH_SEED)) | 0;
    this.low = (this.low - hashPair(entityId, hash, LOW_SEED)) | 0;
  }

  /** 16 hexadecimal digits. */
  toString(): string {
    return [this.high, this.low]
      .map(half => (half >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }

  /** The checksum that `toString` gave. */
  static parse(text: string): Checksum {
    const checksum = new Checksum();
    checksum.high = parseInt(text.slice(0, 8), 16) | 0;
    checksum.low = parseInt(text.slice(8), 16) | 0;
    return checksum;
  }
}

/** The first hash seeds the second, which keeps ('ab', 'c') apart from ('a', 'bc'). */
function hashPair(entityId: string, hash: string, seed: number): number {
  return hashText(hash, hashText(entityId, seed));
}
