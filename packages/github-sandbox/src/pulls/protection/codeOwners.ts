import { compileGlob } from '../../core/glob/compileGlob';
import type { GitRepository } from '../../git';
import { codeOwnersFile } from './codeOwnersFile';

/** One line of the file: `owners` are `@login`, `@organisation/team` or addresses. */
export interface CodeOwnersRule {
  matches: (path: string) => boolean;
  owners: string[];
}

/** The rules of a commit's CODEOWNERS; none where it has no such file. Those of the base branch count. */
export async function readCodeOwners(options: {
  git: GitRepository;
  commit: string;
}): Promise<CodeOwnersRule[]> {
  const file = await codeOwnersFile(options);
  return file ? parseCodeOwners(file.text) : [];
}

/** The owners of each path that has some. The last rule that matches holds; one without owners takes them away. */
export function ownersOfPaths(options: {
  rules: CodeOwnersRule[];
  paths: string[];
}): string[][] {
  return options.paths.flatMap(path => {
    const rule = options.rules.findLast(({ matches }) => matches(path));
    return rule && rule.owners.length > 0 ? [rule.owners] : [];
  });
}

/** The rules of a CODEOWNERS file, in its order. */
export function parseCodeOwners(text: string): CodeOwnersRule[] {
  return text.split('\n').flatMap(line => {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    return pattern ? [{ matches: toPattern(pattern), owners }] : [];
  });
}

/** Patterns are as in .gitignore, without `!` and ranges. What is no pattern fits nothing. */
function toPattern(pattern: string): CodeOwnersRule['matches'] {
  const isAnchored = /^\/|\/[^/]/.test(pattern);
  const body = pattern.replace(/^\//, '');
  // `docs/` is everything below that folder, and only that.
  const whole = body.endsWith('/') ? `${body}**` : body;
  const compiled = compileGlob({
    pattern: isAnchored ? whole : `**/${whole}`,
    // `docs/*` is what lies right in docs; a folder's name is everything below it.
    orBelow: !/\/\*$/.test(pattern),
  });
  return compiled.outcome === 'compiled' ? compiled.matches : () => false;
}
