import type { SeedCommit, SeedHistory, Signature } from '../../git';
import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';
import { addBranches } from './addBranches';
import { addDefaultBranch } from './addDefaultBranch';
import { markerOf, type MarkedCommit } from './markerOf';
import { readTree } from './readTree';

/** A history that is being made. */
export interface HistoryDraft {
  repository: SeedRepository;
  defaultBranch: string;
  commits: SeedCommit[];
  tags: Record<string, string>;
  /** Commit ids of a branch, oldest first. */
  idsOf: Map<string, string[]>;
  /** What a commit's tree holds, by commit id. */
  trees: Map<string, Tree>;
  pulls: BuiltPull[];
  faults: SeedFault[];
  signatureOf: (options: { login: string; daysAgo: number }) => Signature;
  fault: (fault: Omit<SeedFault, 'repository'>) => void;
}

export type Tree = ReadonlyMap<
  string,
  { content: string | Buffer; executable?: boolean }
>;

/** The commits of a pull request, by their ids in the history. `base` is undefined where the base branch has no commit. */
export interface BuiltPull {
  number: number;
  head: string;
  base: string | undefined;
  /** Of merged ones: what they became. */
  merge?: string;
}

/** The numbers that commit messages of merges name. */
export interface HistoryOptions {
  repository: SeedRepository;
  /** Login that owns the repository, and of whoever makes the first commit when the seed does not say. */
  owner: string;
  author: string;
  numbers: { merged: Array<number | undefined>; pullRequests: number[] };
  signatureOf: (options: { login: string; daysAgo: number }) => Signature;
}

/**
 * The commits, branches and tags of a repository, with the contents of its files. What does not fit together (a text to replace that is
 * not there, a branch that starts nowhere) is told as faults and left out.
 */
export async function buildHistory(options: HistoryOptions): Promise<{
  history: SeedHistory;
  pulls: BuiltPull[];
  trees: HistoryDraft['trees'];
  /** The id of the newest commit, by branch. */
  tips: Record<string, string>;
  faults: SeedFault[];
}> {
  const { repository, signatureOf } = options;
  const faults: SeedFault[] = [];
  const draft: HistoryDraft = {
    repository,
    defaultBranch: repository.defaultBranch ?? 'main',
    commits: [],
    tags: {},
    idsOf: new Map(),
    trees: new Map(),
    pulls: [],
    faults,
    signatureOf,
    fault: fault => faults.push({ repository: repository.name, ...fault }),
  };
  const final = await readTree({ files: repository.files });
  addDefaultBranch({ ...options, draft, final });
  addBranches({ ...options, draft });
  const tips = Object.fromEntries(
    [...draft.idsOf].flatMap(([name, ids]) =>
      ids.length > 0 ? [[name, ids[ids.length - 1]]] : [],
    ),
  );
  return {
    history: {
      defaultBranch: draft.defaultBranch,
      commits: draft.commits,
      branches: { ...tips, ...markersOf(draft.pulls) },
      tags: draft.tags,
    },
    pulls: draft.pulls,
    trees: draft.trees,
    tips,
    faults,
  };
}

function markersOf(pulls: readonly BuiltPull[]): Record<string, string> {
  const markers: Record<string, string> = {};
  for (const { number, ...commits } of pulls) {
    for (const what of ['head', 'base', 'merge'] as MarkedCommit[]) {
      const id = commits[what];
      if (id) markers[markerOf({ number, what })] = id;
    }
  }
  return markers;
}
