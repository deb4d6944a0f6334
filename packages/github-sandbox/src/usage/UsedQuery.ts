/** A GraphQL query or mutation that somebody sends. */
export interface UsedQuery {
  /** The operation's name; null where it has none. */
  name: string | null;
  /** The function that sends it, or the constant that holds it: several queries share a name. */
  definedIn: string;
  text: string;
  /** The packages that send it, by name, sorted. */
  usedBy: string[];
}
