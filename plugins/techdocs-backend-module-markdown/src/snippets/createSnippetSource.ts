import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { resolveInside } from '../site/resolveInside';

/** The text of a snippet's file, or why there is none. */
export type Snippet =
  | { outcome: 'read'; text: string }
  | { outcome: 'refused'; reason: string };

/** Reads the files that snippets of a site name. */
export interface SnippetSource {
  read(name: string): Promise<Snippet>;
  /** A word that is another when `read` would answer something else. */
  fingerprint(name: string): Promise<string>;
}

const MAX_BYTES = 1_000_000;

/**
 * A source that reads files of one docs folder and nothing else: no URLs, no hidden files, nothing that a link or `..`
 * leads out to. Names are looked for below each of `basePaths`, then in the docs folder itself.
 */
export function createSnippetSource(options: {
  /** The folder of `mkdocs.yml`. */
  folder: string;
  /** Below `folder`. */
  docsDir: string;
  basePaths: string[];
}): SnippetSource {
  const { folder, docsDir, basePaths } = options;
  const docs = path.join(folder, docsDir);
  const known = new Map<string, Promise<Snippet>>();

  const read = (name: string): Promise<Snippet> => {
    const before = known.get(name);
    if (before) {
      return before;
    }
    const reading = find(name);
    known.set(name, reading);
    return reading;
  };

  async function find(name: string): Promise<Snippet> {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
      return refused('files of other hosts are never fetched');
    }
    if (name.split(/[/\\]/).some(part => /^\.[^./]/.test(part))) {
      return refused('hidden files are not part of the documentation');
    }
    let isOutside = false;
    for (const base of new Set([...basePaths, docsDir])) {
      const place = path.relative(docs, path.resolve(folder, base, name));
      if (path.isAbsolute(name) || /^\.\.(?:[/\\]|$)/.test(place)) {
        // Most names are looked for in vain beside the docs folder before they are found in it.
        isOutside ||= leadsOut(base, name);
        continue;
      }
      const file = await resolveInside({ root: docs, path: place });
      if (file.outcome === 'found') {
        return readText(file.path);
      }
      isOutside ||= file.outcome === 'outside';
    }
    if (isOutside) {
      return refused('it is outside of the docs folder');
    }
    return refused(
      `there is no such file in '${docsDir}', and snippets come from there only`,
    );
  }

  return {
    read,
    async fingerprint(name) {
      const snippet = await read(name);
      return createHash('sha256').update(JSON.stringify(snippet)).digest('hex');
    },
  };
}

function leadsOut(base: string, name: string): boolean {
  return (
    path.isAbsolute(name) ||
    path.normalize(path.join(base, name)).startsWith('..')
  );
}

async function readText(file: string): Promise<Snippet> {
  const stats = await stat(file);
  if (!stats.isFile() || stats.size > MAX_BYTES) {
    return refused(`it is not a file of at most ${MAX_BYTES} bytes`);
  }
  const text = await readFile(file, 'utf8');
  return {
    outcome: 'read',
    text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
  };
}

function refused(reason: string): Snippet {
  return { outcome: 'refused', reason };
}
