/** A date as GitHub's APIs write it, without milliseconds: `2026-11-26T04:58:40Z`. */
export function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
