/** Something that keeps a command from doing its work, told so that the reader can mend it. */
export interface Problem {
  /** The kind of problem, for scripts: `variable-missing`, `preset-unknown`, `config-schema`, ... */
  code?: string;
  /** What is wrong, in one sentence without a full stop. */
  problem: string;
  /** Where: a file with line and column, a configuration key, an address. */
  where?: string;
  /** What is known about the reason. */
  cause?: string;
  /** What to do about it. */
  remedy: string;
  /** The variable that is meant, where it is one. */
  variable?: string;
  /** The presets that are concerned, in the order of the selection. */
  presets?: string[];
  /** A page that says more. */
  docs?: string;
  /** A value as it could be. */
  example?: string;
}
