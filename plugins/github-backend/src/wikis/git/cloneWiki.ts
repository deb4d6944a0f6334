import { InputError } from '@backstage/errors';
import git from 'isomorphic-git';
import fs from 'node:fs';
import path from 'node:path';
import pLimit from 'p-limit';
import type { WikiFile } from '../convert/Wiki';
import { createGitHttp } from './createGitHttp';
import { isSafeName } from './isSafeName';
import { WIKI_LIMITS, type WikiLimits } from './WikiLimits';
import type { WikiRemote } from './WikiRemote';

const FILE = '100644';
const EXECUTABLE = '100755';

/** Of this process: each may hold as much memory as the limits let it. A second one, so that a slow GitHub does not stop all others. */
const atOnce = pLimit(2);

/**
 * The files of a wiki's last commit. Nothing is checked out: they come from git's objects, so that no name and no link of a wiki ever reaches
 * the file system. What is no ordinary file is left out, and named in `leftOut`. Throws `InputError` beyond the limits.
 */
export async function cloneWiki(options: {
  remote: WikiRemote;
  /** A folder for what git keeps meanwhile; it is removed. */
  workDir: string;
  limits?: WikiLimits;
}): Promise<{ oid: string; files: WikiFile[]; leftOut: string[] }> {
  return atOnce(() => clone(options));
}

async function clone({
  remote,
  workDir,
  limits = WIKI_LIMITS,
}: Parameters<typeof cloneWiki>[0]) {
  const gitdir = await fs.promises.mkdtemp(path.join(workDir, 'wiki-'));
  try {
    await git.init({ fs, gitdir, bare: true });
    await git.addRemote({ fs, gitdir, remote: 'origin', url: remote.url });
    const { fetchHead } = await git.fetch({
      ...{ fs, gitdir, url: remote.url },
      http: createGitHttp({ remote, limits }),
      remoteRef: 'HEAD',
      singleBranch: true,
      depth: 1,
      tags: false,
    });
    if (!fetchHead) throw new InputError('the wiki has no commit');
    return {
      oid: fetchHead,
      ...(await filesOf({ gitdir, fetchHead, limits })),
    };
  } finally {
    await fs.promises.rm(gitdir, { recursive: true, force: true });
  }
}

async function filesOf(options: {
  gitdir: string;
  fetchHead: string;
  limits: WikiLimits;
}) {
  const { gitdir, fetchHead, limits } = options;
  const cache = {};
  const files: WikiFile[] = [];
  const leftOut: string[] = [];
  let bytes = 0;
  let entries = 0;

  async function walk(oid: string, folder: string): Promise<void> {
    const { tree } = await git.readTree({ fs, gitdir, oid, cache });
    entries += tree.length + 1;
    // A commit may name one folder, or one file, under many names.
    if (entries > limits.files * 4) throw tooMuch(limits);
    for (const entry of tree) {
      const name = `${folder}${entry.path}`;
      const isFile = [FILE, EXECUTABLE].includes(entry.mode);
      if (!isSafeName(entry.path) || (entry.type !== 'tree' && !isFile)) {
        leftOut.push(name);
      } else if (entry.type === 'tree') {
        await walk(entry.oid, `${name}/`);
      } else {
        const { blob } = await git.readBlob({
          ...{ fs, gitdir, cache },
          oid: entry.oid,
        });
        bytes += blob.byteLength;
        files.push({ path: name, content: Buffer.from(blob) });
        if (files.length > limits.files || bytes > limits.totalBytes) {
          throw tooMuch(limits);
        }
      }
    }
  }
  await walk(fetchHead, '');
  return { files, leftOut };
}

function tooMuch({ files, totalBytes }: WikiLimits) {
  return new InputError(
    `the wiki has more than ${files} files or ${totalBytes} bytes, which is the most that is shown as docs; remove what is not needed from it`,
  );
}
