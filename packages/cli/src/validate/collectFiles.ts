import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { IGNORED_FOLDERS, SNIFF_BYTES } from './limits';
import { SkippedFile } from './ValidationReport';

/** A file to check. */
export type FileToCheck = {
  /** Absolute. */
  path: string;
  /** As reports show it. */
  file: string;
  /** Whether the user named the file itself, and not a folder above it. */
  named: boolean;
};

/** `missing` holds the given paths that do not exist. */
export type CollectedFiles = {
  files: FileToCheck[];
  skipped: SkippedFile[];
  missing: string[];
};

/**
 * The files to check: every file that is named, and of each folder those that are entity descriptors: files called
 * catalog-info.yaml or .yml, and other YAML files with a document that has a kind and an apiVersion of backstage.io.
 */
export async function collectFiles(options: {
  paths: string[];
  cwd: string;
}): Promise<CollectedFiles> {
  const { paths, cwd } = options;
  const result: CollectedFiles = { files: [], skipped: [], missing: [] };
  const seen = new Set<string>();
  const shown = (path: string) => {
    const short = relative(cwd, path);
    return short.startsWith('..') ? path : short || path;
  };
  const take = (path: string, named: boolean) => {
    if (!seen.has(path)) {
      seen.add(path);
      result.files.push({ path, file: shown(path), named });
    }
  };

  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!IGNORED_FOLDERS.has(entry.name)) {
          await walk(path);
        }
      } else if (entry.isFile() && /\.ya?ml$/i.test(entry.name)) {
        const kind = await classify(path);
        if (kind === 'descriptor') {
          take(path, false);
        } else if (kind === 'skeleton') {
          result.skipped.push({
            file: shown(path),
            reason: 'a skeleton: it holds placeholders of a template',
          });
        }
      }
    }
  };

  for (const given of paths) {
    const path = resolve(cwd, given);
    const info = await stat(path).catch(() => undefined);
    if (!info) {
      result.missing.push(given);
    } else if (info.isDirectory()) {
      await walk(path);
    } else {
      take(path, true);
    }
  }
  return result;
}

async function classify(
  path: string,
): Promise<'descriptor' | 'skeleton' | 'other'> {
  const text = await beginningOf(path);
  const isDescriptor =
    /^catalog-info\.ya?ml$/i.test(basename(path)) ||
    (/^apiVersion[ \t]*:[ \t]*["']?[\w.-]*backstage\.io\//m.test(text) &&
      /^kind[ \t]*:/m.test(text));
  if (!isDescriptor) {
    return 'other';
  }
  return isSkeleton(path, text) ? 'skeleton' : 'descriptor';
}

/**
 * Templates themselves are full of placeholders, so only what is not a Template can be a skeleton. Double braces alone
 * also occur in descriptions and API definitions; they count where a name or a kind is expected.
 */
function isSkeleton(path: string, text: string): boolean {
  if (path.split(sep).some(segment => segment.includes('{{'))) {
    return true;
  }
  if (/^kind[ \t]*:[ \t]*["']?Template\b/m.test(text)) {
    return false;
  }
  return (
    text.includes('${{') ||
    /^[ \t]*\{%/m.test(text) ||
    /^[ \t-]*(apiVersion|kind|name|namespace|owner|system|type|lifecycle)[ \t]*:.*\{\{/m.test(
      text,
    )
  );
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) {
    return '';
  }
  try {
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(SNIFF_BYTES),
    });
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
}
