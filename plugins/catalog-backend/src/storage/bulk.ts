import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { encodeTextArray } from './encodeTextArray';

type Value = string | number | null;

/** The columns of a bulk statement and their PostgreSQL types. */
export type BulkColumns = Record<
  string,
  'text' | 'uuid' | 'bigint' | 'integer' | 'timestamptz'
>;

/** SQLite takes at most 32,766 parameters in one statement. */
const SQLITE_MAX_PARAMETERS = 30_000;

/**
 * Inserts rows in one statement (SQLite: in few). `constants` are further columns and the SQL of their value, the same in all rows;
 * `onConflict` is the SQL that follows `ON CONFLICT`.
 */
export async function insertRows(options: {
  tx: Knex;
  table: string;
  columns: BulkColumns;
  rows: readonly Record<string, Value>[];
  constants?: Record<string, string>;
  onConflict?: string;
}): Promise<void> {
  const { tx, table, columns, rows, constants = {}, onConflict } = options;
  const names = [...Object.keys(columns), ...Object.keys(constants)];
  const values = ['v.*', ...Object.values(constants)].join(', ');
  const conflict = onConflict ? ` ON CONFLICT ${onConflict}` : '';
  for (const source of sources({ tx, columns, rows })) {
    // "WHERE true" keeps SQLite from reading ON CONFLICT as a join condition.
    await tx.raw(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values} FROM ${
        source.sql
      } WHERE true${conflict}`,
      source.bindings as any,
    );
  }
}

/** Updates rows by `key` in one statement (SQLite: in few): sets all other columns, and the `constants` to their SQL. */
export async function updateRows(options: {
  tx: Knex;
  table: string;
  key: string;
  columns: BulkColumns;
  rows: readonly Record<string, Value>[];
  constants?: Record<string, string>;
  /** Columns of `rows` that are compared rather than set: the row is updated only where they are null or equal. */
  expected?: Record<string, string>;
}): Promise<void> {
  const { tx, table, key, columns, rows } = options;
  const { constants = {}, expected = {} } = options;
  const names = Object.keys(columns);
  const inner = (name: string) =>
    dialectOf(tx) === 'postgres'
      ? `v.${name}`
      : `v.column${names.indexOf(name) + 1}`;
  const assignments = names
    .filter(name => name !== key && !(name in expected))
    .map(name => `${name} = ${inner(name)}`)
    .concat(Object.entries(constants).map(([name, sql]) => `${name} = ${sql}`));
  const conditions = Object.entries(expected).map(
    ([name, column]) =>
      ` AND (${inner(name)} IS NULL OR ${table}.${column} = ${inner(name)})`,
  );
  for (const source of sources({ tx, columns, rows })) {
    await tx.raw(
      `UPDATE ${table} SET ${assignments.join(', ')} FROM ${
        source.sql
      } WHERE ${table}.${key} = ${inner(key)}${conditions.join('')}`,
      source.bindings as any,
    );
  }
}

/** A condition that `column` is one of `values`, and its bindings. */
export function isOneOf(options: {
  tx: Knex;
  column: string;
  values: readonly string[];
  type?: 'text' | 'uuid';
}): { sql: string; bindings: any[] } {
  const { tx, column, values, type = 'text' } = options;
  if (dialectOf(tx) === 'postgres') {
    return {
      sql: `${column} = ANY(?::${type}[])`,
      bindings: [type === 'text' ? encodeTextArray(values) : [...values]],
    };
  }
  return {
    sql: `${column} IN (SELECT value FROM json_each(?))`,
    bindings: [JSON.stringify(values)],
  };
}

/** The rows of a bulk statement as a relation: arrays on PostgreSQL, one VALUES list a chunk on SQLite. */
function* sources(options: {
  tx: Knex;
  columns: BulkColumns;
  rows: readonly Record<string, Value>[];
}): Generator<{ sql: string; bindings: (Value | Value[] | Buffer)[] }> {
  const { tx, columns, rows } = options;
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  if (dialectOf(tx) === 'postgres') {
    const arrays = names.map(name => `?::${columns[name]}[]`);
    yield {
      sql: `unnest(${arrays.join(', ')}) AS v(${names.join(', ')})`,
      bindings: names.map(name => {
        const values = rows.map(row => row[name]);
        return columns[name] === 'text'
          ? encodeTextArray(values as (string | null)[])
          : values;
      }),
    };
    return;
  }
  const chunk = Math.floor(SQLITE_MAX_PARAMETERS / names.length);
  const marks = `(${names.map(() => '?').join(',')})`;
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    yield {
      sql: `(VALUES ${part.map(() => marks).join(',')}) AS v`,
      bindings: part.flatMap(row => names.map(name => row[name])),
    };
  }
}
