import { compileGlob } from '../../../../core/glob/compileGlob';

/**
 * The paths that a list of glob patterns names, sorted. A pattern that names a folder names all below it; a later
 * one with `!` takes away.
 *
 * As `@actions/glob` does it for `hashFiles`, caches and artifacts. All paths and patterns are absolute.
 */
export function matchFiles(options: {
  paths: Iterable<string>;
  patterns: string[];
}): string[] {
  const patterns = options.patterns.map(pattern => {
    const negative = pattern.startsWith('!');
    return {
      negative,
      fits: compile(negative ? pattern.slice(1) : pattern),
    };
  });
  return [...options.paths]
    .filter(path =>
      patterns.reduce(
        (matches, { negative, fits }) => (fits(path) ? !negative : matches),
        false,
      ),
    )
    .sort();
}

/** The folder below which everything lies that a pattern may name. */
export function globRoot(pattern: string): string {
  const parts = pattern.replace(/^!/, '').split('/');
  const at = parts.findIndex(part => /[*?[]/.test(part));
  return (at < 0 ? parts : parts.slice(0, at)).join('/') || '/';
}

/** What is no pattern names nothing. */
function compile(pattern: string): (path: string) => boolean {
  const compiled = compileGlob({
    pattern: pattern.replace(/\/+$/, ''),
    dialect: { classes: true, looseBrackets: true },
    orBelow: true,
  });
  return compiled.outcome === 'compiled' ? compiled.matches : () => false;
}
