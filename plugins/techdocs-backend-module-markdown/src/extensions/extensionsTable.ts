import { EXTENSIONS, Extension } from './EXTENSIONS';

/** The tables of docs/techdocs.md, in Markdown. */
export function extensionsTable(kind: Extension['kind']): string {
  const rows = Object.entries(EXTENSIONS)
    .filter(([, extension]) => extension.kind === kind)
    .map(([name, { state, note }]) => [
      `\`${name}\``,
      state,
      note.replace(/\|/g, '\\|'),
    ]);
  return [['name', 'state', 'how'], ['---', '---', '---'], ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
