import { growTo } from './growTo';

/**
 * Many texts as UTF-8 in one buffer. Against strings of their own that is half the memory, nothing for the garbage collector
 * to visit, and nothing to build when a snapshot is loaded; and the order of UTF-8 bytes is the order of code points.
 */
export class TextArena {
  bytes: Uint8Array;
  private used: number;
  private buffer: Buffer;

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.bytes = bytes;
    this.used = bytes.length;
    this.buffer = asBuffer(bytes);
  }

  /** Where the text begins that the first `length` of `bytes` make. */
  append(bytes: Uint8Array, length: number): number {
    const at = this.used;
    this.used += length;
    if (this.used > this.bytes.length) {
      this.bytes = growTo(this.bytes, this.used);
      this.buffer = asBuffer(this.bytes);
    }
    for (let i = 0; i < length; i++) this.bytes[at + i] = bytes[i];
    return at;
  }

  read(at: number, length: number): string {
    return this.buffer.toString('utf8', at, at + length);
  }

  equals(at: number, bytes: Uint8Array, length: number): boolean {
    const ours = this.bytes;
    for (let i = 0; i < length; i++)
      if (ours[at + i] !== bytes[i]) return false;
    return true;
  }

  dump(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
