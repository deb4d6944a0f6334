import { compareBytes } from './compareBytes';

/** Sorts terms in place by their texts, given by place and length in `bytes`; terms with equal texts by number. */
export function sortTermsByText(options: {
  terms: Int32Array;
  bytes: Uint8Array;
  at: Int32Array;
  length: Uint16Array;
}): Int32Array {
  const { terms, bytes, at, length } = options;
  return terms.sort(
    (a, b) =>
      compareBytes(bytes, at[a], length[a], bytes, at[b], length[b]) || a - b,
  );
}
