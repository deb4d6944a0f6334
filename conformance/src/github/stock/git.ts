import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TEST_AGENT } from './TEST_AGENT';

const run = promisify(execFile);

/** Runs git in a folder, as nobody in particular. Rejects with what it printed when it fails. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(
    'git',
    [
      ...['-c', `http.userAgent=${TEST_AGENT}`, '-c', 'user.name=Mel'],
      ...['-c', 'user.email=mel@acme.example', '-c', 'commit.gpgSign=false'],
      ...args,
    ],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, GIT_TERMINAL_PROMPT: '0' },
    },
  );
  return stdout;
}

/** Clones a repository with a token, calls `use` with its folder, and removes it. */
export async function withClone<T>(
  options: { url: string; token: string },
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'clone-'));
  try {
    const url = new URL(options.url);
    url.username = 'x-access-token';
    url.password = options.token;
    await git(folder, 'clone', '--quiet', url.href, '.');
    return await use(folder);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Pushes a commit to the default branch. A file whose text is null is deleted. */
export async function pushFiles(options: {
  url: string;
  token: string;
  message: string;
  files: Record<string, string | null>;
}): Promise<void> {
  const { files, message } = options;
  await withClone(options, async folder => {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      if (text === null) {
        await fs.rm(file);
      } else {
        await fs.mkdir(path.dirname(file), { recursive: true });
        await fs.writeFile(file, text);
      }
    }
    await git(folder, 'add', '--all');
    await git(folder, 'commit', '--quiet', '--message', message);
    await git(folder, 'push', '--quiet', 'origin', 'HEAD:main');
  });
}
