/** Labels as callers write them: texts, or objects with a name. */
export function readLabelNames(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [];
  return list.flatMap(one => {
    const name = typeof one === 'string' ? one : one?.name;
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
}

/** A list of texts, or undefined where there is none. */
export function readTexts(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : undefined;
}
