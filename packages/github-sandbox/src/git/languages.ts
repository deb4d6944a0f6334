import * as linguist from 'linguist-languages';
import { isExcluded } from './linguist/isExcluded';
import { buildLanguageTable, LanguageTable } from './linguist/languageTable';
import { GitRepository, TreeEntry } from './types';

// Larger files are not looked at by linguist either.
const MAX_SIZE = 1024 * 1024;

let built: LanguageTable | undefined;
const known = new WeakMap<GitRepository, Map<string, Record<string, number>>>();

/** Bytes by language, largest first, of the tree of an expression; empty if there is no such tree. See https://docs.github.com/en/rest/repos/repos#list-repository-languages */
export async function languages(options: {
  repository: GitRepository;
  commit: string;
}): Promise<Record<string, number>> {
  const { repository, commit } = options;
  const tree = await repository.resolve({ expression: commit, type: 'tree' });
  if (!tree) {
    return {};
  }
  // A tree never changes; only the last few are asked for again.
  const cache = known.get(repository) ?? new Map();
  known.set(repository, cache);
  const cached = cache.get(tree.sha);
  if (cached) {
    return cached;
  }
  const counted = await count(repository, tree.sha);
  if (cache.size >= 10) {
    cache.clear();
  }
  cache.set(tree.sha, counted);
  return counted;
}

async function count(
  repository: GitRepository,
  tree: string,
): Promise<Record<string, number>> {
  built ??= buildLanguageTable({ languages: Object.values(linguist) });
  const table = built;
  const sizes = new Map<string, number>();
  const entries = await repository.readTree({ sha: tree, recursive: true });
  for (const entry of entries ?? []) {
    const size = entry.size ?? 0;
    if (size > 0 && size <= MAX_SIZE && isCode(entry)) {
      const language = await detect(repository, table, entry);
      if (language) {
        sizes.set(language, (sizes.get(language) ?? 0) + size);
      }
    }
  }
  const sorted = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

function isCode(entry: TreeEntry): boolean {
  const isFile = entry.type === 'blob' && entry.mode !== '120000';
  return isFile && !isExcluded(entry.path);
}

async function detect(
  repository: GitRepository,
  table: LanguageTable,
  entry: TreeEntry,
): Promise<string | undefined> {
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const byName = table.byFilename.get(name);
  if (byName !== undefined) {
    return byName;
  }
  // `.d.ts` before `.ts`: the longest extension that is known.
  for (
    let dot = name.indexOf('.');
    dot !== -1;
    dot = name.indexOf('.', dot + 1)
  ) {
    const language = table.byExtension.get(name.slice(dot).toLowerCase());
    if (language !== undefined) {
      return language;
    }
  }
  return name.includes('.') ? undefined : byFirstLine(repository, table, entry);
}

async function byFirstLine(
  repository: GitRepository,
  table: LanguageTable,
  entry: TreeEntry,
): Promise<string | undefined> {
  const data = await repository.readBlob({ sha: entry.sha });
  const line = data?.toString('utf8', 0, 200).split('\n')[0] ?? '';
  const command =
    /^#!\s*(?:\S*\/)?([^/\s]+)(?:\s+(?:-\S+\s+)*(\S+))?/.exec(line) ?? [];
  const interpreter = command[1] === 'env' ? command[2] : command[1];
  return table.byInterpreter.get(interpreter?.replace(/[\d.]+$/, '') ?? '');
}
