import { growTo } from './growTo';

/** The end of a chain of free blocks. */
const NONE = -1;

/** `data` up to what is used; `free` as pairs of block size and the offset of the first free block. */
export type IntArenaSnapshot = { data: Int32Array; free: Int32Array };

/**
 * Many short lists of whole numbers in one array, since a typed array of its own costs about 200 bytes. A list occupies a
 * block; the block's size follows from the list's length (`blockSize`), so that nobody has to remember it. Lists have one
 * element at least.
 */
export class IntArena {
  data = new Int32Array(1024);
  private used = 0;
  /** The first free block of each size. Each free block begins with the offset of the next. */
  private free = new Map<number, number>();

  /** The size of the block for a list of `length`: four steps between powers of two, which wastes a tenth. */
  static blockSize(length: number): number {
    if (length <= 4) return length;
    const step = Math.max(1, 1 << (29 - Math.clz32(length - 1)));
    return Math.ceil(length / step) * step;
  }

  /** The offset of a block for a list of `length`. */
  allocate(length: number): number {
    const size = IntArena.blockSize(length);
    const recycled = this.free.get(size) ?? NONE;
    if (recycled !== NONE) {
      this.free.set(size, this.data[recycled]);
      return recycled;
    }
    const offset = this.used;
    this.used += size;
    this.data = growTo(this.data, this.used);
    return offset;
  }

  /** Gives back the block of a list of `length`. */
  release(offset: number, length: number): void {
    const size = IntArena.blockSize(length);
    this.data[offset] = this.free.get(size) ?? NONE;
    this.free.set(size, offset);
  }

  /** Copies a list into a block of its own, and gives back its offset. */
  store(list: Int32Array): number {
    const offset = this.allocate(list.length);
    this.data.set(list, offset);
    return offset;
  }

  dump(): IntArenaSnapshot {
    return {
      data: this.data.subarray(0, this.used),
      free: Int32Array.from(Array.from(this.free).flat()),
    };
  }

  static load(snapshot: IntArenaSnapshot): IntArena {
    const arena = new IntArena();
    arena.data = snapshot.data;
    arena.used = snapshot.data.length;
    for (let i = 0; i < snapshot.free.length; i += 2)
      arena.free.set(snapshot.free[i], snapshot.free[i + 1]);
    return arena;
  }
}
