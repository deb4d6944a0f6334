/** Something in a seed folder that cannot be used. */
export interface SeedProblem {
  /** Relative to the folder. */
  file: string;
  /** One-based. 1 where the whole file is meant. */
  line: number;
  /** With dots: `pullRequests.0.branch`. Empty where the whole file is meant. */
  key: string;
  /** One sentence without a full stop. */
  message: string;
  remedy: string;
}

/** The same before a place in a file is looked up: for seeds that are plain objects. */
export interface SeedFault {
  /** The repository whose settings are meant; without it, those of the organisation. */
  repository?: string;
  path: Array<string | number>;
  message: string;
  remedy: string;
}
