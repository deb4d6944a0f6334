import { encodeCommit } from '../objects/commit';
import { encodeTag } from '../objects/tag';
import { writeTree } from '../trees/writeTree';
import {
  GitObject,
  Ref,
  SeedCommit,
  SeedFile,
  SeedHistory,
  TreeChange,
} from '../types';
import { MemoryObjects } from './MemoryObjects';

/** The objects (by SHA) and refs of a seed. Throws if it names a commit that it does not have. */
export async function buildSeed(options: {
  seed: SeedHistory;
}): Promise<{ objects: Map<string, GitObject>; refs: Ref[] }> {
  const { seed } = options;
  const storage = new MemoryObjects();
  const commits = new Map<string, { sha: string; tree: string }>();
  const branches = new Map<string, string>();

  for (const commit of seed.commits) {
    const branch = commit.branch ?? seed.defaultBranch;
    const tip = branches.get(branch);
    const parents = commit.parents?.map(id => find(commits, id)) ?? [];
    if (!commit.parents && tip) {
      parents.push(find(commits, tip));
    }
    commits.set(commit.id, await writeCommit(storage, commit, parents));
    branches.set(branch, commit.id);
  }
  for (const [branch, id] of Object.entries(seed.branches ?? {})) {
    branches.set(branch, id);
  }
  const refs = [...branches].map(([branch, id]) => ({
    ref: `refs/heads/${branch}`,
    sha: find(commits, id).sha,
  }));
  const tags = await writeTags(storage, seed, id => find(commits, id).sha);
  return { objects: storage.objects, refs: [...refs, ...tags] };
}

function find<T>(commits: Map<string, T>, id: string): T {
  const commit = commits.get(id);
  if (!commit) {
    throw new Error(`The seed has no commit "${id}" (before it is used)`);
  }
  return commit;
}

async function writeCommit(
  storage: MemoryObjects,
  commit: SeedCommit,
  parents: Array<{ sha: string; tree: string }>,
): Promise<{ sha: string; tree: string }> {
  const tree = await writeTree({
    storage,
    base: parents[0]?.tree,
    entries: Object.entries(commit.files).map(toChange),
  });
  const { author, committer = author, message } = commit;
  const data = encodeCommit({
    tree,
    parents: parents.map(({ sha }) => sha),
    author,
    committer,
    message,
  });
  return { sha: await storage.write({ type: 'commit', data }), tree };
}

function toChange([path, file]: [string, SeedFile]): TreeChange {
  if (file === null) {
    return { path, sha: null };
  }
  if (typeof file === 'string' || Buffer.isBuffer(file)) {
    return { path, mode: '100644', content: file };
  }
  const mode = file.executable ? '100755' : '100644';
  return { path, mode, content: file.content };
}

async function writeTags(
  storage: MemoryObjects,
  seed: SeedHistory,
  shaOf: (id: string) => string,
): Promise<Ref[]> {
  const refs: Ref[] = [];
  for (const [name, tag] of Object.entries(seed.tags ?? {})) {
    const ref = `refs/tags/${name}`;
    if (typeof tag === 'string') {
      refs.push({ ref, sha: shaOf(tag) });
    } else {
      const { message, tagger } = tag;
      const object = shaOf(tag.commit);
      const data = encodeTag({
        object,
        type: 'commit',
        tag: name,
        tagger,
        message,
      });
      const sha = await storage.write({ type: 'tag', data });
      refs.push({ ref, sha, peeled: object });
    }
  }
  return refs;
}
