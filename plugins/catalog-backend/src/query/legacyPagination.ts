import { InputError } from '@backstage/errors';
import type { EntitiesRequest } from './EntitiesCatalog';

/** Which stretch of a list: all of it by default. */
export type Stretch = { limit?: number; offset?: number };

/** Reads the pagination of the older list, in which a cursor overrules the rest. Throws `InputError` when it is malformed. */
export function parsePagination(
  pagination: EntitiesRequest['pagination'],
): Stretch {
  if (!pagination) return {};
  const { limit, offset, after } = pagination;
  if (after === undefined) return { limit, offset };
  const cursor = parseCursor(after);
  return {
    limit: wholeNumber(cursor.limit, 'limit was not an number') ?? limit,
    offset: wholeNumber(cursor.offset, 'offset was not a number') ?? offset,
  };
}

/** The cursor of the stretch that follows. */
export function stringifyPagination(stretch: Stretch): string {
  const { limit, offset } = stretch;
  return Buffer.from(JSON.stringify({ limit, offset }), 'utf8').toString(
    'base64',
  );
}

function parseCursor(after: string): { limit?: unknown; offset?: unknown } {
  let cursor: { limit?: unknown; offset?: unknown } | null;
  try {
    cursor = JSON.parse(Buffer.from(after, 'base64').toString('utf8'));
  } catch {
    cursor = null;
  }
  if (cursor === null)
    throw new InputError('Malformed after cursor, could not be parsed');
  return cursor;
}

function wholeNumber(value: unknown, complaint: string): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new InputError(`Malformed after cursor, ${complaint}`);
  return value;
}
