const HEADER = 8;
const FAN_OUT = 256 * 4;
const SHA = 20;
// The SHA, a checksum and the offset.
const ENTRY = SHA + 8;

/** The index (version 2) of a pack: which objects are in it, and where. Throws for another format. */
export class PackIndex {
  readonly #data: Buffer;
  readonly #count: number;
  #offsets: Uint32Array | undefined;

  constructor(options: { data: Buffer }) {
    this.#data = options.data;
    const isVersion2 = options.data.readUInt32BE(0) === 0xff744f63;
    this.#count = isVersion2 ? this.#upTo(255) : 0;
    // A longer index has offsets of 64 bits, for a pack of more than 2 GB.
    const length = HEADER + FAN_OUT + this.#count * ENTRY + 2 * SHA;
    if (!isVersion2 || options.data.length !== length) {
      throw new Error('Not an index of a pack, or one of another format');
    }
  }

  /** Where the entry of an object starts, and where it must have ended. Undefined if it is not in the pack. */
  find(sha: string): { start: number; end: number } | undefined {
    const wanted = Buffer.from(sha, 'hex');
    const at = this.#firstFrom(wanted);
    if (at === this.#count || this.#shaAt(at).compare(wanted) !== 0) {
      return undefined;
    }
    const start = this.#offsetAt(at);
    return { start, end: this.#offsetAfter(start) };
  }

  /** The objects whose SHA starts with these digits. */
  findPrefix(prefix: string): string[] {
    const found: string[] = [];
    const from = Buffer.from(prefix.padEnd(SHA * 2, '0'), 'hex');
    for (let at = this.#firstFrom(from); at < this.#count; at += 1) {
      const sha = this.#shaAt(at).toString('hex');
      if (!sha.startsWith(prefix)) {
        break;
      }
      found.push(sha);
    }
    return found;
  }

  #upTo(byte: number): number {
    return this.#data.readUInt32BE(HEADER + byte * 4);
  }

  #shaAt(at: number): Buffer {
    const start = HEADER + FAN_OUT + at * SHA;
    return this.#data.subarray(start, start + SHA);
  }

  #offsetAt(at: number): number {
    const start = HEADER + FAN_OUT + this.#count * (SHA + 4) + at * 4;
    return this.#data.readUInt32BE(start);
  }

  // The position of the first SHA that is not before this one.
  #firstFrom(sha: Buffer): number {
    let low = sha[0] === 0 ? 0 : this.#upTo(sha[0] - 1);
    let high = this.#upTo(sha[0]);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#shaAt(middle).compare(sha) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #offsetAfter(offset: number): number {
    this.#offsets ??= Uint32Array.from({ length: this.#count }, (_, at) =>
      this.#offsetAt(at),
    ).sort();
    let [low, high] = [0, this.#offsets.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#offsets[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.#offsets[low] ?? Infinity;
  }
}
