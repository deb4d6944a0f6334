/** The object id of the type `text`. */
const TEXT_OID = 25;
const HEADER_BYTES = 20;
/** Stands in the length of an element that is null. */
const NULL_LENGTH = -1;

/**
 * A `text[]` parameter in PostgreSQL's binary format, as its function `array_recv` reads it: the number of dimensions, whether there are
 * nulls, the type of the elements; the size and the lower bound of the dimension; then each element with its length in bytes. The driver
 * would write text, which takes both sides several times as long for documents full of quotes.
 */
export function encodeTextArray(values: readonly (string | null)[]): Buffer {
  const lengths = new Int32Array(values.length);
  let size = HEADER_BYTES;
  values.forEach((value, i) => {
    lengths[i] = value === null ? NULL_LENGTH : Buffer.byteLength(value);
    size += 4 + Math.max(lengths[i], 0);
  });
  const buffer = Buffer.allocUnsafe(size);
  let at = 0;
  const writeInt = (value: number) => {
    at = buffer.writeInt32BE(value, at);
  };
  writeInt(1);
  writeInt(values.includes(null) ? 1 : 0);
  writeInt(TEXT_OID);
  writeInt(values.length);
  writeInt(1);
  values.forEach((value, i) => {
    writeInt(lengths[i]);
    if (value !== null) at += buffer.write(value, at, 'utf8');
  });
  return buffer;
}
