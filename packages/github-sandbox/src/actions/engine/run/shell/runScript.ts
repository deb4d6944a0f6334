import type { Bash } from 'just-bash';
import { parseShellFlags } from './parseShellFlags';
import { quote } from './quote';

/** What the simulated shell says of programs that it could have, but has not. */
const UNAVAILABLE =
  /^(bash: [\w-]+): command not available in browser environments\..*$/gm;

export interface RunScriptOptions {
  shell: Bash;
  /** The command line of the shell with `{0}` for the script's file: `bash -e {0}`. */
  template: string;
  /** Where the script is written to. */
  path: string;
  script: string;
  cwd: string;
  env: Record<string, string>;
  signal?: AbortSignal;
}

/** Runs the script of a `run` step. Standard output and standard error come as one, in order. */
export async function runScript(
  options: RunScriptOptions,
): Promise<{ exitCode: number; output: string }> {
  const { shell, template, path, script, cwd, env, signal } = options;
  await shell.fs.writeFile(path, script);
  const [program, ...words] = template.split(/\s+/).filter(Boolean);
  const isBash = /^(?:.*\/)?(?:bash|sh)$/.test(program ?? '');
  const { options: flags } = parseShellFlags(isBash ? words : []);
  // On the first line, so that line numbers in messages stay right.
  const command = isBash
    ? `${flags || 'true'};exec 2>&1;${script}`
    : `exec 2>&1;${template.replaceAll('{0}', quote(path))}`;
  const result = await shell.exec(command, {
    cwd,
    env,
    replaceEnv: true,
    rawScript: true,
    signal,
  });
  return {
    exitCode: result.exitCode,
    output: (result.stdout + result.stderr).replace(
      UNAVAILABLE,
      '$1: command not found',
    ),
  };
}
