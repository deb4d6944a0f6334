/** What a filter may cost. A filter beyond them is refused. */
export const filterLimits = {
  /** Predicates, fields and values, all counted together. */
  nodes: 10_000,
  /** Predicates inside of predicates. */
  depth: 100,
};
