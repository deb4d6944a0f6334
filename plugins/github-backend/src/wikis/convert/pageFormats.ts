/** What GitHub takes for pages of a wiki: https://docs.github.com/communities/documenting-your-project-with-wikis/editing-wiki-content */
const FORMATS: [RegExp, string][] = [
  [/\.(?:md|markdown|mdown|mkdn?|mdwn)$/i, 'Markdown'],
  [/\.(?:asciidoc|adoc|asc)$/i, 'AsciiDoc'],
  [/\.(?:re?st\.txt|re?st|rest)$/i, 'reStructuredText'],
  [/\.(?:media)?wiki$/i, 'MediaWiki'],
  [/\.org$/i, 'Org'],
  [/\.textile$/i, 'Textile'],
  [/\.rdoc$/i, 'RDoc'],
  [/\.creole$/i, 'Creole'],
  [/\.pod$/i, 'Pod'],
];

/** The name of a page without its folder and extension, and what it is written in; undefined for a file that is no page. */
export function pageFormat(
  path: string,
): { name: string; format: string } | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const found = FORMATS.find(([pattern]) => pattern.test(file));
  if (!found) return undefined;
  const name = file.replace(found[0], '');
  return name ? { name, format: found[1] } : undefined;
}
