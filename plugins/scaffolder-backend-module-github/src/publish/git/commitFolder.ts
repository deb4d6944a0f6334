import fs from 'node:fs';
import git from 'isomorphic-git';

/** A commit in a git folder of its own, without a parent. */
export interface Commit {
  dir: string;
  /** Beside the files, so that nothing of git is left among them. */
  gitdir: string;
  oid: string;
  tree: string;
}

/** Commits all files of a folder that `.gitignore` does not leave out. The same files, message, author and date make the same commit. */
export async function commitFolder(options: {
  dir: string;
  /** Empty. */
  gitdir: string;
  branch: string;
  message: string;
  author: { name: string; email: string };
  date: Date;
}): Promise<Commit> {
  const { dir, gitdir, branch, message, author, date } = options;
  const folder = { fs, dir, gitdir };
  await git.init({ ...folder, defaultBranch: branch });
  await git.add({ ...folder, filepath: '.' });
  const who = {
    ...author,
    timestamp: Math.floor(date.getTime() / 1000),
    timezoneOffset: 0,
  };
  const oid = await git.commit({
    ...folder,
    message,
    author: who,
    committer: who,
  });
  const { commit } = await git.readCommit({ ...folder, oid });
  return { dir, gitdir, oid, tree: commit.tree };
}
