import fs from 'node:fs';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';

/** Pushes a branch. Throws isomorphic-git's errors: `HttpError`, `PushRejectedError`, `GitPushError`, or what the network threw. */
export async function pushCommit(options: {
  dir: string;
  gitdir: string;
  branch: string;
  url: string;
  /** A token that git takes as a password. */
  secret: string;
}): Promise<void> {
  const { dir, gitdir, branch, url, secret } = options;
  await git.push({
    fs,
    http,
    dir,
    gitdir,
    url,
    remote: 'origin',
    ref: branch,
    remoteRef: `refs/heads/${branch}`,
    headers: { 'user-agent': 'git/@isomorphic-git' },
    onAuth: () => ({ username: 'x-access-token', password: secret }),
    onAuthFailure: () => ({ cancel: true }),
  });
}
