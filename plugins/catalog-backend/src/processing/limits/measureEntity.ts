/** A character takes at most this many bytes of JSON: `\u0000`. */
const BYTES_PER_CHARACTER = 6;
/** The digits of a number, or two quotes; and for the key two quotes, a colon and a comma. */
const BYTES_PER_VALUE = 30;

/**
 * A number of bytes that the JSON of `value` does not exceed, or `Infinity` when objects and arrays are nested more than `depth` levels
 * deep. Found without making the JSON, because nearly every entity is far below the limit that it is compared with.
 */
export function measureEntity(value: unknown, depth: number): number {
  if (typeof value === 'string') {
    return BYTES_PER_CHARACTER * value.length + BYTES_PER_VALUE;
  }
  if (typeof value !== 'object' || value === null) return BYTES_PER_VALUE;
  if (depth === 0) return Infinity;
  let size = BYTES_PER_VALUE;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      size += measureEntity(value[i], depth - 1);
    }
    return size;
  }
  for (const key of Object.keys(value)) {
    size +=
      BYTES_PER_CHARACTER * key.length +
      measureEntity((value as Record<string, unknown>)[key], depth - 1);
  }
  return size;
}
