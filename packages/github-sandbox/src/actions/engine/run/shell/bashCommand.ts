import { defineCommand, type Command } from 'just-bash';
import { parseShellFlags } from './parseShellFlags';
import { quote } from './quote';

/** `bash` or `sh` with the options that the simulated one does not read: `bash -euo pipefail script.sh`. */
export function bashCommand(name: 'bash' | 'sh'): Command {
  return defineCommand(name, async (args, context) => {
    const run = context.origCommand;
    if (!run) {
      return { stdout: '', stderr: '', exitCode: 127 };
    }
    const { options, command, rest } = parseShellFlags(args);
    if (options === '') {
      return run(command ? ['-c', ...rest] : rest);
    }
    if (command) {
      const [script = '', ...words] = rest;
      return run(['-c', `${options};${script}`, ...words]);
    }
    const [file, ...words] = rest;
    if (file === undefined) {
      return run([]);
    }
    const path = context.fs.resolvePath(context.cwd, file);
    if (!(await context.fs.exists(path))) {
      return run([file, ...words]);
    }
    // Sourced, so that the options hold in it and `$0` is still the file.
    return run(['-c', `${options};. ${quote(path)} "$@"`, file, ...words]);
  });
}
