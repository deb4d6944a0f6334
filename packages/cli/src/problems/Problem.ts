/** Something that keeps a command from doing its work, told so that the reader can mend it. */
export interface Problem {
  /** What is wrong, in one sentence without a full stop. */
  problem: string;
  /** Where: a file with line and column, a configuration key, an address. */
  where?: string;
  /** What is known about the reason. */
  cause?: string;
  /** What to do about it. */
  remedy: string;
}
