import { createMatcher } from './createMatcher';
import { foldCase } from './foldCase';
import { formsOf } from './formsOf';
import { maskDeep } from './maskDeep';

/** What stands in the place of a secret. */
export const MASKED = '***';

/** Shorter values are masked as whole words only: every other text would have them somewhere. */
const SHORT = 4;

/** Takes secrets out of what is shown. */
export interface Mask {
  /** The text with `***` for every secret, for known encodings of it, and for fragments of at least 8 characters of a long one. */
  text(text: string): string;
  /** The same for every text, number and key of a value of JSON; the given value is not changed. */
  deep<T>(value: T): T;
  /** There is nothing to mask. */
  isEmpty: boolean;
}

/**
 * A mask of given values. Its work grows with the length of the text, not with the number of values.
 *
 * Upper and lower case are not told apart. What cannot be found: a value that is encrypted, or written in pieces of less than 8 characters.
 */
export function createMask(options: { values: Iterable<string> }): Mask {
  const values = [...new Set([...options.values].flatMap(variantsOf))];
  const long = values.filter(value => value.length >= SHORT);
  const short = wordsOf(values.filter(value => value.length < SHORT));
  const match = createMatcher(
    long.flatMap(value =>
      formsOf(value).map(form => ({ ...form, text: foldCase(form.text) })),
    ),
  );
  const mask = (text: string) => {
    if (text === '') return text;
    const hit = new Uint8Array(text.length);
    if (long.length > 0) match({ text: foldCase(text), hit });
    if (short) {
      for (const found of text.matchAll(short)) {
        hit.fill(1, found.index, found.index + found[0].length);
      }
    }
    return replaced({ text, hit });
  };
  const isEmpty = values.length === 0;
  return {
    isEmpty,
    text: text => (isEmpty ? text : mask(text)),
    deep: value => (isEmpty ? value : maskDeep({ value, text: mask })),
  };
}

/** As typed and without the white space round it. What is nothing but stars is a mask already. */
function variantsOf(value: string) {
  return [value, value.trim()].filter(
    each => each.trim() !== '' && !/^\*+$/.test(each),
  );
}

function wordsOf(words: string[]) {
  if (words.length === 0) return undefined;
  const any = words.map(escapeRegExp).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'gu');
}

function escapeRegExp(text: string) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function replaced({ text, hit }: { text: string; hit: Uint8Array }) {
  let from = hit.indexOf(1);
  if (from === -1) return text;
  const parts: string[] = [];
  let kept = 0;
  while (from !== -1) {
    const to = hit.indexOf(0, from);
    parts.push(text.slice(kept, from), MASKED);
    kept = to === -1 ? text.length : to;
    from = to === -1 ? -1 : hit.indexOf(1, to);
  }
  return parts.join('') + text.slice(kept);
}
