/** More than any catalog has different keys; what comes then is checked each time. */
const MAX_KNOWN = 10_000;

/**
 * Remembers which values were found valid. For keys of labels and annotations, of which there are few in a whole catalog. The name of
 * the function stays, because error texts depend on it.
 */
export function memoized(
  validate: (value: unknown) => boolean,
): (value: unknown) => boolean {
  const known = new Set<unknown>();
  const result = (value: unknown) => {
    if (known.has(value)) return true;
    if (!validate(value)) return false;
    if (known.size < MAX_KNOWN) known.add(value);
    return true;
  };
  return Object.defineProperty(result, 'name', { value: validate.name });
}
