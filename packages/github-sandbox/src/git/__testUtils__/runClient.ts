import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PERSON = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '1700000000 +0100',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '1700000000 +0100',
};

/** Runs git as a person would; answers what it wrote (`text`), or its error output and exit code. */
export async function runClient(options: {
  cwd: string;
  args: string[];
  date?: string;
}): Promise<{ code: number; text: string; errors: string }> {
  const { cwd, args, date } = options;
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    ...PERSON,
    ...(date && { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }),
  };
  try {
    const { stdout, stderr } = await run('git', args, { cwd, env });
    return { code: 0, text: stdout.trim(), errors: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as {
      code: number;
      stdout: string;
      stderr: string;
    };
    return { code, text: stdout.trim(), errors: stderr };
  }
}

/** As `runClient`, and throws if git fails. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  const { code, text, errors } = await runClient({ cwd, args });
  if (code !== 0) {
    throw new Error(`git ${args.join(' ')}: ${errors}`);
  }
  return text;
}

/** The findings of `git fsck --strict` without what is merely unreachable; empty if the repository is sound. */
export async function fsck(directory: string): Promise<string> {
  const { text, errors } = await runClient({
    cwd: directory,
    args: ['fsck', '--strict', '--full', '--no-dangling', '--no-progress'],
  });
  return [text, errors]
    .join('\n')
    .split('\n')
    .filter(line => line && !line.startsWith('notice:'))
    .join('\n');
}
