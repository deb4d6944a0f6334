/** From so few on, insertion is quicker than partitioning. */
const FEW = 12;

/**
 * Sorts terms in place by their texts, given by place and length in `bytes`; terms with equal texts by number. It is multikey
 * quicksort (Bentley and Sedgewick): the texts of one column mostly begin alike, and it looks at a shared beginning once.
 */
export function sortTermsByText(options: {
  terms: Int32Array;
  bytes: Uint8Array;
  at: Int32Array;
  length: Uint16Array;
}): void {
  const { terms, bytes, at, length } = options;

  /** The byte at `depth`, -1 where the text has ended. */
  function byteOf(term: number, depth: number): number {
    return depth < length[term] ? bytes[at[term] + depth] : -1;
  }

  /** Sorts `from` to `to` - 1, whose texts are equal up to `depth`. */
  function sort(start: number, end: number, startDepth: number): void {
    let from = start;
    let to = end;
    let depth = startDepth;
    while (to - from > FEW) {
      const pivot = medianOfThree(
        byteOf(terms[from], depth),
        byteOf(terms[(from + to) >>> 1], depth),
        byteOf(terms[to - 1], depth),
      );
      let less = from;
      let greater = to;
      for (let i = from; i < greater; ) {
        const byte = byteOf(terms[i], depth);
        if (byte < pivot) swap(less++, i++);
        else if (byte > pivot) swap(i, --greater);
        else i++;
      }
      sort(from, less, depth);
      sort(greater, to, depth);
      if (pivot === -1) {
        terms.subarray(less, greater).sort();
        return;
      }
      from = less;
      to = greater;
      depth++;
    }
    insertionSort(from, to, depth);
  }

  function insertionSort(from: number, to: number, depth: number): void {
    for (let i = from + 1; i < to; i++) {
      const term = terms[i];
      let hole = i;
      while (hole > from && compare(terms[hole - 1], term, depth) > 0) {
        terms[hole] = terms[hole - 1];
        hole--;
      }
      terms[hole] = term;
    }
  }

  function compare(left: number, right: number, from: number): number {
    const shared = Math.min(length[left], length[right]);
    for (let depth = from; depth < shared; depth++) {
      const difference = bytes[at[left] + depth] - bytes[at[right] + depth];
      if (difference !== 0) return difference;
    }
    return length[left] - length[right] || left - right;
  }

  function swap(i: number, j: number): void {
    const term = terms[i];
    terms[i] = terms[j];
    terms[j] = term;
  }

  sort(0, terms.length, 0);
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
