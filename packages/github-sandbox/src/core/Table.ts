/** A row: plain JSON with a number of its own. */
export interface Row {
  id: number;
}

/**
 * Rows of one kind, by number and by the keys of its indexes. Rows are changed in place; call `touch` after changing a value that an
 * index is made of.
 */
export class Table<T extends Row, Index extends string = never> {
  private readonly rows = new Map<number, T>();
  private readonly indexes: Array<{
    name: Index;
    key: (row: T) => string | number | undefined;
    byKey: Map<string | number, Set<T>>;
    keyOf: Map<T, string | number>;
  }>;

  constructor(
    options: {
      indexes?: Record<Index, (row: T) => string | number | undefined>;
    } = {},
  ) {
    const indexes = (options.indexes ?? {}) as Record<
      Index,
      (row: T) => string | number | undefined
    >;
    this.indexes = (Object.keys(indexes) as Index[]).map(name => ({
      name,
      key: indexes[name],
      byKey: new Map(),
      keyOf: new Map(),
    }));
  }

  get size() {
    return this.rows.size;
  }

  insert(row: T): T {
    this.rows.set(row.id, row);
    this.touch(row);
    return row;
  }

  get(id: number): T | undefined {
    return this.rows.get(id);
  }

  /** Brings the indexes up to date with a changed row. */
  touch(row: T): void {
    for (const index of this.indexes) {
      const before = index.keyOf.get(row);
      const now = index.key(row);
      if (before === now) continue;
      if (before !== undefined) this.leave(index.byKey, before, row);
      if (now === undefined) {
        index.keyOf.delete(row);
        continue;
      }
      index.keyOf.set(row, now);
      const rows = index.byKey.get(now) ?? new Set();
      index.byKey.set(now, rows.add(row));
    }
  }

  remove(row: T): void {
    if (!this.rows.delete(row.id)) return;
    for (const index of this.indexes) {
      const key = index.keyOf.get(row);
      if (key !== undefined) this.leave(index.byKey, key, row);
      index.keyOf.delete(row);
    }
  }

  /** Keys come and go, such as those of tokens: one without rows is forgotten. */
  private leave(
    byKey: Map<string | number, Set<T>>,
    key: string | number,
    row: T,
  ): void {
    const rows = byKey.get(key);
    rows?.delete(row);
    if (rows?.size === 0) byKey.delete(key);
  }

  /** The rows with this key, in the order in which they came under it. */
  by(name: Index, key: string | number): T[] {
    const index = this.indexes.find(candidate => candidate.name === name)!;
    return [...(index.byKey.get(key) ?? [])];
  }

  first(name: Index, key: string | number): T | undefined {
    const index = this.indexes.find(candidate => candidate.name === name)!;
    const [row] = index.byKey.get(key) ?? [];
    return row;
  }

  all(): T[] {
    return [...this.rows.values()];
  }

  filter(accept: (row: T) => boolean): T[] {
    return this.all().filter(accept);
  }
}
