/** A set of small whole numbers, one bit each. Operators change the set they are called on. */
export class Bitmap {
  words: Uint32Array;

  constructor(words: Uint32Array) {
    this.words = words;
  }

  /** An empty set with room for 0 to `size - 1`. */
  static withRoomFor(size: number): Bitmap {
    return new Bitmap(new Uint32Array((size + 31) >>> 5));
  }

  clone(): Bitmap {
    return new Bitmap(this.words.slice());
  }

  has(bit: number): boolean {
    const word = bit >>> 5;
    return (
      word < this.words.length && (this.words[word] & (1 << (bit & 31))) !== 0
    );
  }

  add(bit: number): void {
    const word = bit >>> 5;
    if (word >= this.words.length) this.growTo(word + 1);
    this.words[word] |= 1 << (bit & 31);
  }

  delete(bit: number): void {
    const word = bit >>> 5;
    if (word < this.words.length) this.words[word] &= ~(1 << (bit & 31));
  }

  /** Adds all of `other`. */
  or(other: Bitmap): this {
    const theirs = other.words;
    if (theirs.length > this.words.length) this.growTo(theirs.length);
    const ours = this.words;
    for (let i = 0; i < theirs.length; i++) ours[i] |= theirs[i];
    return this;
  }

  /** Keeps what is in `other` too. */
  and(other: Bitmap): this {
    const ours = this.words;
    const theirs = other.words;
    const shared = Math.min(ours.length, theirs.length);
    for (let i = 0; i < shared; i++) ours[i] &= theirs[i];
    ours.fill(0, shared);
    return this;
  }

  /** Removes what is in `other`. */
  andNot(other: Bitmap): this {
    const ours = this.words;
    const theirs = other.words;
    const shared = Math.min(ours.length, theirs.length);
    for (let i = 0; i < shared; i++) ours[i] &= ~theirs[i];
    return this;
  }

  /** Turns into what is in `all` and was not in the set. */
  invert(all: Bitmap): this {
    const ours = this.words;
    for (let i = 0; i < ours.length; i++)
      ours[i] = ~ours[i] & (all.words[i] ?? 0);
    return this;
  }

  /** How many there are. */
  count(): number {
    const words = this.words;
    let total = 0;
    for (let i = 0; i < words.length; i++) total += popcount(words[i]);
    return total;
  }

  /** How many are in both. */
  countAnd(other: Bitmap): number {
    const ours = this.words;
    const theirs = other.words;
    const shared = Math.min(ours.length, theirs.length);
    let total = 0;
    for (let i = 0; i < shared; i++) total += popcount(ours[i] & theirs[i]);
    return total;
  }

  /** All of them, ascending. */
  toArray(): Int32Array {
    const words = this.words;
    const bits = new Int32Array(this.count());
    let length = 0;
    for (let i = 0; i < words.length; i++) {
      let word = words[i];
      while (word !== 0) {
        bits[length++] = (i << 5) + 31 - Math.clz32(word & -word);
        word &= word - 1;
      }
    }
    return bits;
  }

  /** With room to spare, since sets often grow bit by bit. */
  private growTo(length: number): void {
    const grown = new Uint32Array(length + (this.words.length >>> 2));
    grown.set(this.words);
    this.words = grown;
  }
}

function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
