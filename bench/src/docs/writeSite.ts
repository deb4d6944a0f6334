import fs from 'node:fs/promises';
import path from 'node:path';
import { MKDOCS_YML } from './mkdocsYml';
import { pageText } from './pageText';

const SECTIONS = 5;
const GROUPS = 4;

/** The pages of a generated site: `section/group/page.md`, and `index.md`. */
export function docPathsOf(pages: number): string[] {
  return [
    'index.md',
    ...Array.from({ length: pages - 1 }, (_, i) => {
      const section = i % SECTIONS;
      const group = Math.floor(i / SECTIONS) % GROUPS;
      return `section-${section}/group-${group}/page-${i}.md`;
    }),
  ];
}

/**
 * Writes a site into an empty folder: `mkdocs.yml` with a nav of three levels, and pages of what sites of Material for
 * MkDocs use, in Markdown that both products read alike. The same for the same number of pages.
 */
export async function writeSite(options: {
  folder: string;
  pages: number;
}): Promise<void> {
  const { folder, pages } = options;
  const docPaths = docPathsOf(pages);
  const nav = new Map<string, Map<string, string[]>>();
  for (const [i, docPath] of docPaths.entries()) {
    const file = path.join(folder, 'docs', docPath);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, pageText({ number: i, docPath, docPaths }));
    const [section, group] = docPath.split('/');
    if (group) {
      const groups = nav.get(section) ?? new Map<string, string[]>();
      nav.set(section, groups);
      groups.set(group, [...(groups.get(group) ?? []), docPath]);
    }
  }
  const lines = [...nav].flatMap(([section, groups]) => [
    `  - ${section}:`,
    ...[...groups].flatMap(([group, paths]) => [
      `      - ${group}:`,
      ...paths.map(docPath => `          - ${docPath}`),
    ]),
  ]);
  const text = `${MKDOCS_YML}nav:\n  - index.md\n${lines.join('\n')}\n`;
  await fs.writeFile(path.join(folder, 'mkdocs.yml'), text);
}
