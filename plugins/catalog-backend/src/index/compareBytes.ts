/** Negative, zero or positive, as `memcmp`: the order of code points when both are UTF-8. */
export function compareBytes(
  left: Uint8Array,
  leftAt: number,
  leftLength: number,
  right: Uint8Array,
  rightAt: number,
  rightLength: number,
): number {
  const shared = Math.min(leftLength, rightLength);
  for (let i = 0; i < shared; i++) {
    const difference = left[leftAt + i] - right[rightAt + i];
    if (difference !== 0) return difference;
  }
  return leftLength - rightLength;
}
