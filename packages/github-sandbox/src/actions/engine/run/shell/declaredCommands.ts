import { defineCommand, type Command } from 'just-bash';
import type { DeclaredCommand } from '../types';

/**
 * Programs whose outcome an operator declares, by the beginning of their command line: the longest that fits wins.
 * What no declaration fits is as if there were none: the shell's own program, or `command not found`.
 */
export function declaredCommands(
  declared: Record<string, DeclaredCommand>,
): Command[] {
  const lines = Object.entries(declared)
    .map(([line, outcome]) => ({ words: line.trim().split(/\s+/), outcome }))
    .sort((a, b) => b.words.length - a.words.length);
  const names = new Set(lines.map(({ words }) => words[0]));
  return [...names].filter(Boolean).map(name =>
    defineCommand(name, async (args, context) => {
      const called = [name, ...args];
      const found = lines.find(({ words }) =>
        words.every((word, at) => called[at] === word),
      );
      if (found) {
        const { exitCode, output = '' } = found.outcome;
        return { stdout: output, stderr: '', exitCode };
      }
      if (context.origCommand) {
        return context.origCommand(args);
      }
      return {
        stdout: '',
        stderr: `bash: ${name}: command not found\n`,
        exitCode: 127,
      };
    }),
  );
}
