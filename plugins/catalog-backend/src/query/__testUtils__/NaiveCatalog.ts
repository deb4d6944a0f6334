import type { Entity } from '@backstage/catalog-model';
import { compareCodePoints } from '../../index/compareCodePoints';
import type { IndexChange } from '../../index/EntityIndex';
import { toSearchRows, type SearchRow } from '../../index/toSearchRows';

type Stored = {
  entityId: string;
  entityRef: string;
  hash: string;
  entity: Entity;
  rows: SearchRow[];
};

type ListedRow = { value: string | null; stored: Stored };

/** The catalog's questions answered by looking at every row, as a database without an index would. */
export class NaiveCatalog {
  private readonly stored = new Map<string, Stored>();

  apply(change: IndexChange): void {
    for (const entityId of change.removals) this.stored.delete(entityId);
    for (const entry of change.upserts)
      this.stored.set(entry.entityId, {
        ...entry,
        rows: toSearchRows(entry.entity),
      });
  }

  all(): Stored[] {
    return Array.from(this.stored.values()).sort((a, b) =>
      compareCodePoints(a.entityId, b.entityId),
    );
  }

  matching(filter: unknown): Stored[] {
    return this.all().filter(({ rows }) => isMatch(rows, filter));
  }

  /** The whole list of `by-query`. */
  list(options: {
    filter?: unknown;
    sortBy?: { field: string; order: 'asc' | 'desc' };
    text?: { pattern: RegExp; fields?: string[] };
  }): { rows: ListedRow[]; total: number } {
    const { filter, sortBy, text } = options;
    const sortKey = sortBy?.field.toLowerCase();
    const textFields = text?.fields ?? [sortKey || 'metadata.uid'];
    const isSortedByText =
      text !== undefined &&
      sortKey !== undefined &&
      textFields.length === 1 &&
      textFields[0] === sortKey;

    const found = (filter ? this.matching(filter) : this.all()).filter(
      ({ rows }) =>
        !text ||
        rows.some(
          row =>
            row.value !== null &&
            textFields.some(field => field.toLowerCase() === row.key) &&
            text.pattern.test(row.value),
        ),
    );
    if (sortKey === undefined) {
      const rows = found.map(stored => ({ value: null, stored }));
      return { rows, total: rows.length };
    }
    const rows = found.flatMap(stored =>
      stored.rows
        .filter(row => row.key === sortKey && row.value !== null)
        .filter(row => !isSortedByText || text!.pattern.test(row.value!))
        .map(row => ({ value: row.value, stored })),
    );
    const sign = sortBy!.order === 'desc' ? -1 : 1;
    rows.sort(
      (a, b) =>
        sign *
        (compareCodePoints(a.value!, b.value!) ||
          compareCodePoints(a.stored.entityId, b.stored.entityId)),
    );
    return {
      rows,
      total: found.filter(({ rows: own }) =>
        own.some(row => row.key === sortKey && row.value !== null),
      ).length,
    };
  }

  /** The whole older list, as entity ids. */
  legacyList(options: {
    filter?: unknown;
    order?: { field: string; order: 'asc' | 'desc' }[];
  }): string[] {
    const { filter, order } = options;
    const found = filter ? this.matching(filter) : this.all();
    if (!order)
      return found
        .sort((a, b) => compareCodePoints(a.entityRef, b.entityRef))
        .map(stored => stored.entityId);
    let rows: { stored: Stored; values: (string | null)[] }[] = found.map(
      stored => ({ stored, values: [] }),
    );
    for (const { field } of order)
      rows = rows.flatMap(row => {
        let values = row.stored.rows
          .filter(({ key }) => key === field)
          .map(({ value }) => value);
        // With a single order, null counts only where there is nothing else.
        if (order.length === 1) values = values.filter(value => value !== null);
        if (values.length === 0) values = [null];
        return values.map(value => ({
          stored: row.stored,
          values: [...row.values, value],
        }));
      });
    rows.sort((a, b) => {
      for (let i = 0; i < order.length; i++) {
        const ours = a.values[i];
        const theirs = b.values[i];
        if (ours === theirs) continue;
        if (ours === null) return 1;
        if (theirs === null) return -1;
        const difference = compareCodePoints(ours, theirs);
        return order[i].order === 'desc' ? -difference : difference;
      }
      return compareCodePoints(a.stored.entityId, b.stored.entityId);
    });
    return rows.map(row => row.stored.entityId);
  }

  facet(
    key: string,
    filter: unknown | undefined,
  ): { value: string; count: number }[] {
    const counts = new Map<string, number>();
    for (const { rows } of filter ? this.matching(filter) : this.all())
      for (const row of rows)
        if (row.key === key.toLowerCase() && row.originalValue !== null)
          counts.set(
            row.originalValue,
            (counts.get(row.originalValue) ?? 0) + 1,
          );
    return Array.from(counts, ([value, count]) => ({ value, count })).sort(
      (a, b) => compareCodePoints(a.value, b.value),
    );
  }
}

function isMatch(rows: SearchRow[], filter: any): boolean {
  if (filter.$not) return !isMatch(rows, filter.$not);
  if (filter.$all) return filter.$all.every((f: any) => isMatch(rows, f));
  if (filter.$any) return filter.$any.some((f: any) => isMatch(rows, f));
  return Object.entries(filter).every(([key, condition]) =>
    isFieldMatch(
      rows.filter(row => row.key === key.toLowerCase()),
      rows,
      condition,
    ),
  );
}

function isFieldMatch(
  rows: SearchRow[],
  allRows: SearchRow[],
  condition: any,
): boolean {
  const equals = (candidates: unknown[], among = rows) =>
    among.some(
      row =>
        row.value !== null &&
        candidates.some(c => String(c).toLowerCase() === row.value),
    );
  if (typeof condition !== 'object') return equals([condition]);
  if ('$exists' in condition) return rows.length > 0 === condition.$exists;
  if ('$in' in condition) return equals(condition.$in);
  if ('$hasPrefix' in condition)
    return rows.some(row =>
      row.value?.startsWith(condition.$hasPrefix.toLowerCase()),
    );
  const target = condition.$contains;
  if (typeof target !== 'object') return equals([target]);
  const relations = allRows.filter(
    row => row.key === `relations.${target.type.toLowerCase()}`,
  );
  if (target.targetRef === undefined) return relations.length > 0;
  return equals([target.targetRef.$in ?? target.targetRef].flat(), relations);
}
