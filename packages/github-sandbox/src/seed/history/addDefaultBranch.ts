import type { SeedCommit } from '../../git';
import type { SeedHistoryEntry } from '../SeedRepository';
import type { HistoryDraft, HistoryOptions, Tree } from './buildHistory';
import { addMergedPull } from './addMergedPull';
import { changedTree } from './changedTree';
import { editedFile } from './editedFile';
import { placeFiles } from './placeFiles';

/** The age of a repository that says nothing about itself. */
const USUAL_AGE_DAYS = 365;

/** Adds the commits of the default branch, and those of the pull requests that became them. */
export function addDefaultBranch(
  options: HistoryOptions & { draft: HistoryDraft; final: Tree },
): void {
  const { draft, final, repository } = options;
  const paths = [...final.keys()];
  if (!repository.history && paths.length === 0) return;
  const history: SeedHistoryEntry[] = repository.history ?? [
    {
      message: 'Initial commit',
      author: options.author,
      daysAgo: repository.createdDaysAgo ?? USUAL_AGE_DAYS,
    },
  ];
  const placed = placeFiles({ paths, history });
  for (const { entry, glob } of placed.unmatched) {
    draft.fault({
      path: ['history', entry, 'paths', glob],
      message: 'no file of the repository matches this',
      remedy: `Name a path in the folder of ${repository.name}, or remove the line.`,
    });
  }
  for (const { entry, path } of placed.unfinished) {
    draft.fault({
      path: ['history', entry, 'earlier', path],
      message: `no later commit brings ${path} to what it is in the folder`,
      remedy: 'Name it in "paths" of a later entry.',
    });
  }

  const ids: string[] = [];
  draft.idsOf.set(draft.defaultBranch, ids);
  let tree: Tree = new Map();
  history.forEach((entry, index) => {
    const { final: arriving, earlier } = placed.entries[index];
    const changes: SeedCommit['files'] = {};
    for (const path of arriving) changes[path] = final.get(path)!;
    for (const path of earlier) {
      const change = earlierFile({ draft, final, entry, index, path });
      if (change !== undefined) changes[path] = change;
    }
    Object.assign(changes, entry.files);
    const before = ids[ids.length - 1];
    const id = `commit-${index + 1}`;
    tree = changedTree({ tree, changes });
    const author = draft.signatureOf({
      login: entry.author,
      daysAgo: entry.daysAgo,
    });
    const commit: SeedCommit = {
      id,
      parents: before ? [before] : [],
      message: entry.message,
      files: changes,
      author,
    };
    draft.trees.set(id, tree);
    draft.commits.push(
      ...(entry.pullRequest
        ? addMergedPull({ ...options, entry, index, commit, before })
        : [commit]),
    );
    ids.push(id);
    if (entry.tag) draft.tags[entry.tag] = id;
  });
  reportLeftOver({ draft, tree, final, last: history.length - 1 });
}

function earlierFile(options: {
  draft: HistoryDraft;
  final: Tree;
  entry: SeedHistoryEntry;
  index: number;
  path: string;
}): { content: string; executable?: boolean } | undefined {
  const { draft, final, entry, index, path } = options;
  const file = final.get(path);
  if (!file) {
    draft.fault({
      path: ['history', index, 'earlier', path],
      message: `there is no file ${path}`,
      remedy: 'Name a file of the repository.',
    });
    return undefined;
  }
  return editedFile({
    draft,
    file,
    replacements: entry.earlier![path],
    path: ['history', index, 'earlier', path],
  });
}

function reportLeftOver(options: {
  draft: HistoryDraft;
  tree: Tree;
  final: Tree;
  last: number;
}) {
  const { draft, tree, final, last } = options;
  for (const path of tree.keys()) {
    if (final.has(path)) continue;
    draft.fault({
      path: ['history', last],
      message: `${path} is still there after the last commit, but not in the folder`,
      remedy: `Delete it in a later entry with "files: { '${path}': null }".`,
    });
  }
}
