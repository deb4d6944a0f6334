import { runGit } from './process/runGit';

/** Whether git can be used: 2.38 or newer is needed (`git merge-tree --write-tree`). `message` says what to do. */
export type GitCheck =
  | { outcome: 'ok'; version: string }
  | { outcome: 'missing'; message: string }
  | { outcome: 'tooOld'; version: string; message: string };

/** Looks for git on the `PATH` and asks for its version. */
export async function checkGit(): Promise<GitCheck> {
  const answer = await runGit({ args: ['--version'] }).catch(
    (error: Error) => error,
  );
  if (answer instanceof Error) {
    return { outcome: 'missing', message: answer.message };
  }
  return judgeGitVersion(answer.stdout.toString('utf8'));
}

/** Judges what `git --version` says. */
export function judgeGitVersion(text: string): GitCheck {
  const [, version = 'unknown', major = '0', minor = '0'] =
    /((\d+)\.(\d+)[\w.]*)/.exec(text) ?? [];
  if (Number(major) * 1000 + Number(minor) >= 2038) {
    return { outcome: 'ok', version };
  }
  const message = `git ${version} is too old. Install git 2.38 or newer.`;
  return { outcome: 'tooOld', version, message };
}
