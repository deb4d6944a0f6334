/** A benchmark cannot be run for a reason that the person at the terminal can mend; the message says how. */
export class BenchError extends Error {
  override name = 'BenchError';
}
