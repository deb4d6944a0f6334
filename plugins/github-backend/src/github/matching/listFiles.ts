import { Minimatch } from 'minimatch';
import type { Link } from '../graphql/Link';

/** A file of a commit. */
export interface TreeFile {
  path: string;
  oid: string;
  /** In bytes. */
  size: number;
}

/** Trees that are asked for where the whole is too large for one answer. */
const MOST_TREES = 100;
/** In bytes: what fits, with its repository, into an index of the mirror's database. */
const LONGEST_PATH = 1024;
const FILE_MODES = new Set(['100644', '100755']);

interface Entry {
  path?: string;
  mode?: string;
  type?: string;
  sha?: string | null;
  size?: number;
}

/**
 * Files of a commit whose paths match. One request; GitHub cuts off trees of more than 100,000 entries or 7 MB, and then folder by folder,
 * only where a pattern can match. Symbolic links, submodules and paths of more than 1,024 bytes are left out. `complete` is false where GitHub cut off a single folder too, or
 * it would take more than 100 requests. https://docs.github.com/en/rest/git/trees#get-a-tree
 */
export async function listFiles(options: {
  link: Link;
  name: string;
  /** Of the commit. */
  oid: string;
  patterns: string[];
}): Promise<{ files: TreeFile[]; complete: boolean }> {
  const { link, name, oid, patterns } = options;
  const octokit = await link.rest();
  // As in stock: plain, and without a slash in front.
  const matchers = patterns.map(
    pattern => new Minimatch(pattern.replace(/^\/+/, '')),
  );
  const files: TreeFile[] = [];
  let complete = true;
  let asked = 0;

  const read = async (sha: string, recursive: boolean) => {
    asked += 1;
    const { data } = await octokit.request(
      'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
      {
        owner: link.owner,
        repo: name,
        tree_sha: sha,
        ...(recursive && { recursive: '1' }),
      },
    );
    return { entries: data.tree as Entry[], isCut: data.truncated === true };
  };
  const take = (entries: Entry[], folder: string) => {
    for (const { path, mode, type, sha, size } of entries) {
      if (type !== 'blob' || !path || !sha || !FILE_MODES.has(mode!)) continue;
      const whole = folder + path;
      if (Buffer.byteLength(whole) > LONGEST_PATH) continue;
      if (matchers.some(matcher => matcher.match(whole))) {
        files.push({ path: whole, oid: sha, size: size ?? 0 });
      }
    }
  };
  const walk = async (sha: string, folder: string): Promise<void> => {
    const whole = await read(sha, true);
    if (!whole.isCut) {
      take(whole.entries, folder);
      return;
    }
    const level = await read(sha, false);
    if (level.isCut) complete = false;
    take(level.entries, folder);
    for (const { path, type, sha: below } of level.entries) {
      if (type !== 'tree' || !path || !below) continue;
      if (!matchers.some(matcher => matcher.match(folder + path, true))) {
        continue;
      }
      if (asked >= MOST_TREES) {
        complete = false;
        return;
      }
      await walk(below, `${folder}${path}/`);
    }
  };

  await walk(oid, '');
  return { files, complete };
}
