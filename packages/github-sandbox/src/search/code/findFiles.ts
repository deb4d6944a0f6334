import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { GitRepository, TreeEntry } from '../../git';
import { openGit } from '../../repositories/openGit';
import type { SearchQuery } from '../parseQuery';
import type { FoundFile } from './FoundFile';
import { matchesFile, placesOf } from './matchesFile';

/** Larger files are not in GitHub's index. */
const LARGEST = 384 * 1024;
/** Characters of a fragment before and after the word. */
const AROUND = 60;

/** The files of a repository's default branch that fit a search. */
export async function findFiles(options: {
  sandbox: Sandbox;
  repository: Repository;
  query: SearchQuery;
}): Promise<FoundFile[]> {
  const { repository, query } = options;
  if (!repository.pushedAt) return [];
  const git = await openGit(options);
  const root = await git.resolve({
    expression: `refs/heads/${repository.defaultBranch}`,
    type: 'tree',
  });
  const entries = root
    ? await git.readTree({ sha: root.sha, recursive: true })
    : [];
  const found: FoundFile[] = [];
  for (const entry of entries ?? []) {
    const { path, sha, type, size = 0 } = entry;
    if (type === 'blob' && size <= LARGEST && matchesFile({ path, query })) {
      const match = await matchWords({ git, entry, words: query.words, query });
      if (match) found.push({ repository, path, sha, ...match });
    }
  }
  return found;
}

async function matchWords(options: {
  git: GitRepository;
  entry: TreeEntry;
  words: string[];
  query: SearchQuery;
}): Promise<{ fragment?: string } | undefined> {
  const { git, entry, words, query } = options;
  if (words.length === 0) return {};
  const places = placesOf(query);
  const path = entry.path.toLowerCase();
  if (places.path && words.every(word => path.includes(word))) return {};
  if (!places.file) return undefined;
  const text = (await git.readBlob({ sha: entry.sha }))?.toString() ?? '';
  const lower = text.toLowerCase();
  if (!words.every(word => lower.includes(word))) return undefined;
  const at = lower.indexOf(words[0]);
  return {
    fragment: text.slice(
      Math.max(0, at - AROUND),
      at + words[0].length + AROUND,
    ),
  };
}
