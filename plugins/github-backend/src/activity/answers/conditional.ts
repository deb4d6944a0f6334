/** Headers of a request that only wants what has changed since. */
export function conditional(previous: { etag?: string } | undefined): {
  'if-none-match'?: string;
} {
  return previous?.etag ? { 'if-none-match': previous.etag } : {};
}
