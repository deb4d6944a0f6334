/** A character takes at most this many bytes of JSON: `\u0000`. */
const BYTES_PER_CHARACTER = 6;
/** Quotes, comma and colon; or the digits of a number, and a comma. */
const BYTES_PER_VALUE = 26;

/**
 * No JSON of `value` has more bytes than this. Found without making the JSON, because nearly every entity is far below the limit that
 * it is compared with. `value` must not be nested deeper than the stack goes.
 */
export function maxJsonSize(value: unknown): number {
  if (typeof value === 'string') {
    return BYTES_PER_CHARACTER * value.length + BYTES_PER_VALUE;
  }
  if (typeof value !== 'object' || value === null) return BYTES_PER_VALUE;
  let size = BYTES_PER_VALUE;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) size += maxJsonSize(value[i]);
    return size;
  }
  for (const key in value) {
    if (Object.hasOwn(value, key)) {
      size +=
        BYTES_PER_CHARACTER * key.length +
        BYTES_PER_VALUE +
        maxJsonSize((value as Record<string, unknown>)[key]);
    }
  }
  return size;
}
