import type { SeedCommit } from '../../git';
import type { SeedBranch, SeedBranchCommit } from '../SeedRepository';
import type { HistoryDraft, HistoryOptions } from './buildHistory';
import { changedTree } from './changedTree';
import { editedFile } from './editedFile';

/** Adds the other branches, and says which commits open and closed pull requests are about. */
export function addBranches(
  options: HistoryOptions & { draft: HistoryDraft },
): void {
  const { draft, repository, numbers } = options;
  (repository.branches ?? []).forEach((branch, index) =>
    addBranch({ draft, branch, index }),
  );
  (repository.pullRequests ?? []).forEach((pull, index) => {
    const tip = tipOf({ draft, branch: pull.branch });
    if (!tip) return;
    draft.pulls.push({
      number: numbers.pullRequests[index],
      head: tip,
      base: tipOf({ draft, branch: pull.base ?? draft.defaultBranch }),
    });
  });
}

function tipOf(options: {
  draft: HistoryDraft;
  branch: string;
}): string | undefined {
  const ids = options.draft.idsOf.get(options.branch) ?? [];
  return ids[ids.length - 1];
}

function addBranch(options: {
  draft: HistoryDraft;
  branch: SeedBranch;
  index: number;
}) {
  const { draft, branch, index } = options;
  const from = branch.from ?? draft.defaultBranch;
  const origin = draft.idsOf.get(from);
  const behind = branch.behind ?? 0;
  if (!origin || behind >= origin.length) {
    draft.fault({
      path: ['branches', index, origin ? 'behind' : 'from'],
      message: origin
        ? `${from} has only ${origin.length} commits`
        : `there is no branch "${from}" above this one`,
      remedy: 'Start from a commit that is there.',
    });
    return;
  }
  const ids = origin.slice(0, origin.length - behind);
  (branch.commits ?? []).forEach((entry, position) => {
    const path = ['branches', index, 'commits', position];
    const before = ids[ids.length - 1];
    const id = `${branch.name}-${position + 1}`;
    const tree = draft.trees.get(before)!;
    const changes = changesOf({ draft, entry, tree, path });
    draft.trees.set(id, changedTree({ tree, changes }));
    draft.commits.push({
      id,
      branch: branch.name,
      parents: [before],
      message: entry.message,
      author: draft.signatureOf({
        login: entry.author,
        daysAgo: entry.daysAgo,
      }),
      files: changes,
    });
    ids.push(id);
    if (entry.tag) draft.tags[entry.tag] = id;
  });
  draft.idsOf.set(branch.name, ids);
}

function changesOf(options: {
  draft: HistoryDraft;
  entry: SeedBranchCommit;
  tree: ReadonlyMap<string, { content: string | Buffer; executable?: boolean }>;
  path: Array<string | number>;
}): SeedCommit['files'] {
  const { draft, entry, tree, path } = options;
  const changes: SeedCommit['files'] = { ...entry.files };
  for (const name of Object.keys(entry.files ?? {})) {
    if (entry.files![name] === null && !tree.has(name)) {
      draft.fault({
        path: [...path, 'files', name],
        message: `${name} cannot be deleted, because it is not there`,
        remedy: 'Name a file of the branch.',
      });
    }
  }
  for (const [name, replacements] of Object.entries(entry.edits ?? {})) {
    const file = tree.get(name);
    if (!file) {
      draft.fault({
        path: [...path, 'edits', name],
        message: `there is no file ${name} on this branch`,
        remedy: 'Name a file of the branch, or write it whole with "files".',
      });
      continue;
    }
    changes[name] = editedFile({
      draft,
      file,
      replacements,
      path: [...path, 'edits', name],
    });
  }
  if (Object.keys(changes).length === 0) {
    draft.fault({
      path,
      message: 'the commit changes nothing',
      remedy: 'Add "files" or "edits".',
    });
  }
  return changes;
}
