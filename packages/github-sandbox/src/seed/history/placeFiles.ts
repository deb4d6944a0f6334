import { compileGlob } from '../../core/glob/compileGlob';
import type { SeedHistoryEntry } from '../SeedRepository';

/** What one commit of the default branch does to the files of the folder. */
export interface PlacedFiles {
  /** Paths that get their final content. */
  final: string[];
  /** Paths that stand here as they were. */
  earlier: string[];
}

/**
 * Says with which commit each file of a repository comes: the last entry whose `paths` match it, or the first entry. Also says which
 * globs match nothing and which files would never get their final content.
 */
export function placeFiles(options: {
  paths: readonly string[];
  history: readonly SeedHistoryEntry[];
}): {
  entries: PlacedFiles[];
  unmatched: Array<{ entry: number; glob: number }>;
  unfinished: Array<{ entry: number; path: string }>;
} {
  const { paths, history } = options;
  const entries = history.map((): PlacedFiles => ({ final: [], earlier: [] }));
  const unmatched: Array<{ entry: number; glob: number }> = [];
  const unfinished: Array<{ entry: number; path: string }> = [];
  const placeOf = new Map<string, number>();

  history.forEach((entry, index) =>
    (entry.paths ?? []).forEach((glob, position) => {
      // `src/` is all that is below.
      const pattern = glob.endsWith('/') ? `${glob}**` : glob;
      const compiled = compileGlob({ pattern });
      const matched =
        compiled.outcome === 'compiled' ? paths.filter(compiled.matches) : [];
      if (matched.length === 0)
        unmatched.push({ entry: index, glob: position });
      matched.forEach(path => placeOf.set(path, index));
    }),
  );
  for (const path of paths) {
    entries[placeOf.get(path) ?? 0].final.push(path);
  }
  history.forEach((entry, index) => {
    for (const path of Object.keys(entry.earlier ?? {})) {
      entries[index].earlier.push(path);
      if ((placeOf.get(path) ?? 0) <= index) {
        unfinished.push({ entry: index, path });
      }
    }
  });
  return { entries, unmatched, unfinished };
}
