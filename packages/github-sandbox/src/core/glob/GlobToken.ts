/** A part of a pattern. `folders` is `**` with a slash after it: any number of folders, none included. */
export type GlobToken =
  | {
      kind: 'one';
      accepts: (character: string) => boolean;
      /** How often; `any`: also not at all. */
      times: 'once' | 'optional' | 'many' | 'any';
      /** Whether `?` and `+` may be about it, where a dialect has them. */
      isWord: boolean;
    }
  | { kind: 'folders' };

/** What a dialect of patterns has beside `*`, `**` and `?`. */
export interface GlobDialect {
  /** `[abc]`, `[a-z]`, `[!abc]`, `[^abc]`. Without it a bracket stands for itself. */
  classes?: boolean;
  /** A bracket that begins no class stands for itself; otherwise it makes the pattern invalid. */
  looseBrackets?: boolean;
  /** A backslash takes its meaning from the next character. Without it a backslash stands for itself. */
  escapes?: boolean;
  /** `?` and `+` after a letter, a digit or a class are about that, as in a regular expression. */
  repeats?: boolean;
}
