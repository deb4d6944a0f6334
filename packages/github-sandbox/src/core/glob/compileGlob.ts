import type { GlobDialect } from './GlobToken';
import { matchTokens } from './matchTokens';
import { parseGlob } from './parseGlob';

export type CompiledGlob =
  | { outcome: 'compiled'; matches: (text: string) => boolean }
  /** `message` goes on after the pattern's name: `is too long`. */
  | { outcome: 'invalid'; message: string };

/** The one way from a pattern of anybody's to a test. No pattern becomes a regular expression: those can take for ever. */
export function compileGlob(options: {
  pattern: string;
  dialect?: GlobDialect;
  /** Whether the pattern of a folder names all below it. */
  orBelow?: boolean;
}): CompiledGlob {
  const { pattern, dialect = {}, orBelow } = options;
  const parsed = parseGlob({ pattern, dialect });
  if (parsed.outcome === 'invalid') return parsed;
  const { tokens } = parsed;
  return {
    outcome: 'compiled',
    matches: text => matchTokens({ tokens, text, orBelow }),
  };
}
