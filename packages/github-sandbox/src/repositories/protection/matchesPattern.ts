import { compileGlob } from '../../core/glob/compileGlob';

/**
 * Whether a name fits a pattern of branch protection, of a ruleset or of an environment: fnmatch with paths, so that `*` stops at a slash
 * and `**` does not. What is no pattern (see `patternProblem`) fits nothing.
 * https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/managing-a-branch-protection-rule#about-branch-protection-rules
 */
export function matchesPattern(options: {
  pattern: string;
  name: string;
}): boolean {
  const compiled = compile(options.pattern);
  return compiled.outcome === 'compiled' && compiled.matches(options.name);
}

/** What is wrong with a pattern; undefined where nothing is. */
export function patternProblem(pattern: string): string | undefined {
  const compiled = compile(pattern);
  return compiled.outcome === 'invalid' ? compiled.message : undefined;
}

function compile(pattern: string) {
  return compileGlob({ pattern, dialect: { classes: true, escapes: true } });
}
