/** A number with its noun: `1 request`, `3 requests`, `2 repositories`. */
export function counted(
  count: number,
  noun: string,
  plural: string = `${noun}s`,
): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}
