type GrowableArray = Int32Array | Uint16Array | Uint8Array;

/** The array itself when it has `length` elements, else a longer copy with room to spare. */
export function growTo<T extends GrowableArray>(array: T, length: number): T {
  if (length <= array.length) return array;
  const longer = Math.max(length, 64, Math.ceil(array.length * 1.25));
  const ArrayOfSameKind = array.constructor as new (length: number) => T;
  const grown = new ArrayOfSameKind(longer);
  grown.set(array);
  return grown;
}
