import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { PathTree } from './PathTree';
import { searchLimits } from './searchLimits';
import { visitSearchRows } from './visitSearchRows';

/** One thing that an entity is found by. Both values are null where the entity has null, or a value too long to search. */
export type SearchRow = {
  /** Lower case. */
  key: string;
  /** Lower case. */
  value: string | null;
  originalValue: string | null;
};

/**
 * The rows that a final entity is found by, unique by key and value. Throws an `InputError` when two of its keys differ in
 * nothing but case.
 */
export function toSearchRows(entity: Entity): SearchRow[] {
  const paths = new Set<string>();
  const rows = new Map<string, SearchRow>();
  visitSearchRows({
    entity,
    tree: new PathTree(),
    visit({ path, key }, anyValue) {
      paths.add(path);
      if (key.length > searchLimits.keyLength) return;
      const row = { key, ...toSearchValue(anyValue) };
      const identity = `${key}\0${row.value === null ? '' : `=${row.value}`}`;
      if (!rows.has(identity)) rows.set(identity, row);
    },
  });
  checkCase(paths);
  return Array.from(rows.values());
}

function toSearchValue(value: unknown): Omit<SearchRow, 'key'> {
  if (value !== null && value !== undefined) {
    const originalValue = String(value);
    const lower = originalValue.toLowerCase();
    if (lower.length <= searchLimits.valueLength)
      return { value: lower, originalValue };
  }
  return { value: null, originalValue: null };
}

function checkCase(paths: Set<string>): void {
  const seen = new Set<string>();
  const duplicates: string[] = [];
  for (const path of paths) {
    const lower = path.toLowerCase();
    if (seen.has(lower)) duplicates.push(lower);
    else seen.add(lower);
  }
  if (duplicates.length > 0)
    throw new InputError(
      `Entity has duplicate keys that vary only in casing, '${duplicates.join(
        "', '",
      )}'`,
    );
}
