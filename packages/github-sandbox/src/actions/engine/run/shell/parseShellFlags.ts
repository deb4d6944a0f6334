/** What stands before the script on a shell's command line. */
export interface ShellFlags {
  /** As a command: `set -e -o pipefail`; empty if there are none. */
  options: string;
  /** `-c`: the next word is the script itself. */
  command: boolean;
  rest: string[];
}

/** Reads the options of `bash` and `sh`. Those that change nothing here, such as `--norc`, are dropped. */
export function parseShellFlags(words: string[]): ShellFlags {
  const options: string[] = [];
  let command = false;
  let at = 0;
  for (; at < words.length && /^[-+]./.test(words[at]); at++) {
    if (words[at] === '--') {
      at += 1;
      break;
    }
    if (words[at].startsWith('--')) {
      continue;
    }
    const sign = words[at][0];
    for (const letter of words[at].slice(1)) {
      if (letter === 'c') {
        command = true;
      } else if (letter === 'o') {
        at += 1;
        options.push(`${sign}o ${words[at] ?? ''}`.trim());
      } else if ('eux'.includes(letter)) {
        options.push(`${sign}${letter}`);
      }
    }
  }
  return {
    options: options.length > 0 ? `set ${options.join(' ')}` : '',
    command,
    rest: words.slice(at),
  };
}
