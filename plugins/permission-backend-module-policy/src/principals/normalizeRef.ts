/**
 * Brings an entity reference into the form in which two of them can be compared.
 *
 * Tokens carry references as sign-in resolvers wrote them, and those do not all write lower case.
 */
export function normalizeRef(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
