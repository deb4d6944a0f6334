/** Patterns that cover every file, as GitHub reads them. */
const EVERYTHING = new Set(['*', '**', '/**', '**/*', '/**/*', '/']);

/**
 * Who owns a whole repository by its CODEOWNERS: those of the last rule for every file, else of the last for what is in the root (`/*`).
 * Entries as they are written (`@mel`, `@acme/web`, `mel@acme.example`); none where no rule says so, or the last takes the owners away.
 * The syntax is GitHub's:
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function rootOwners(text: string): string[] {
  let everything: string[] | undefined;
  let root: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [pattern, ...owners] = wordsOf(line);
    if (EVERYTHING.has(pattern)) {
      everything = owners;
    } else if (pattern === '/*') {
      root = owners;
    }
  }
  return everything ?? root ?? [];
}

/** Up to a comment. A blank with a backslash before it belongs to the pattern, and so does such a `#`. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex(word => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}
