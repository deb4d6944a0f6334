/** `12.3 MB`, counted in units of a million bytes. */
export function toMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
