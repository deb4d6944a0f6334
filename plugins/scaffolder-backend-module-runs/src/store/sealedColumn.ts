import { isObject } from '../secrets/isObject';

/** The text of a column that holds something sealed: JSON that stock reads as having nothing in it that it knows. */
export function sealedColumn(sealed: string): string {
  return JSON.stringify({ sealed });
}

/** What a column holds: something sealed, what stock wrote in clear, or nothing. */
export function readSealedColumn(
  text: string | null,
):
  | { outcome: 'sealed'; sealed: string }
  | { outcome: 'clear'; text: string }
  | { outcome: 'empty' } {
  if (!text) return { outcome: 'empty' };
  const value: unknown = JSON.parse(text);
  return isObject(value) &&
    typeof value.sealed === 'string' &&
    Object.keys(value).length === 1
    ? { outcome: 'sealed', sealed: value.sealed }
    : { outcome: 'clear', text };
}
