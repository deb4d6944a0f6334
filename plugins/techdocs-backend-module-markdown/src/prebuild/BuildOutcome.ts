/** What came of asking for the docs of one entity. */
export type BuildOutcome =
  | { status: 'built' }
  /** Nothing to do: they had been built, or a build strategy says no. */
  | { status: 'unchanged' }
  | { status: 'failed'; reason: string };
