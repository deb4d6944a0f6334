import { compileGlob } from '../../../core/glob/compileGlob';

/**
 * Whether a branch, tag or path matches a list of filter patterns, where a later pattern that begins with `!` takes back.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
export function matchesPatterns(options: {
  patterns: readonly string[];
  value: string;
}): boolean {
  const { patterns, value } = options;
  return patterns.reduce((matches, pattern) => {
    const negative = pattern.startsWith('!');
    return fits({ pattern: negative ? pattern.slice(1) : pattern, value })
      ? !negative
      : matches;
  }, false);
}

/** What is no pattern fits nothing. */
function fits(options: { pattern: string; value: string }): boolean {
  const { pattern, value } = options;
  const compiled = compileGlob({
    pattern,
    dialect: {
      classes: true,
      looseBrackets: true,
      escapes: true,
      repeats: true,
    },
  });
  return compiled.outcome === 'compiled' && compiled.matches(value);
}
