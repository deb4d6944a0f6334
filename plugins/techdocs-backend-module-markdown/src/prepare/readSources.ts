import path from 'node:path';

/** What a site is built from, as its `mkdocs.yml` says. */
export interface Sources {
  /** Below the folder of `mkdocs.yml`, with slashes. */
  docsDir: string;
  /** Other sites that are part of this one: the paths of their `mkdocs.yml`. */
  includes: string[];
  /** Folders below which further sites may lie, where a pattern names them. */
  folders: string[];
}

const DOCS_DIR =
  /^docs_dir:[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|([^'"#\s][^#\n]*))/m;
const INCLUDE = /([!*])include\s+(?:'([^'\n]+)'|([^'"\n,\]}]+))/g;

/**
 * Reads which files count, and nothing else. A text that is no YAML has them too: its site shall be tried again when it is mended, so
 * it is searched rather than parsed.
 */
export function readSources(options: { text: string }): Sources {
  const { text } = options;
  const [, ...quoted] = DOCS_DIR.exec(text) ?? [];
  const docsDir = quoted.find(Boolean)?.trim() ?? 'docs';
  const includes: string[] = [];
  const folders: string[] = [];
  for (const [, kind, inQuotes, plain] of text.matchAll(INCLUDE)) {
    const target = path.posix.normalize((inQuotes ?? plain).trim());
    if (kind === '!') {
      includes.push(target);
    } else {
      folders.push(target.split(/[*?[{]/)[0].replace(/[^/]*$/, '') || '.');
    }
  }
  return { docsDir, includes, folders };
}
