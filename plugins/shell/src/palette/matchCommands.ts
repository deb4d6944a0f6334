import type { Command } from './Command';

/**
 * The commands whose title or keywords hold every word of the query; those whose title begins with it come first,
 * and otherwise the given order stays.
 */
export function matchCommands(commands: Command[], query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return commands;
  const text = (command: Command) =>
    `${command.title} ${command.keywords ?? ''}`.toLowerCase();
  const begins = (command: Command) =>
    command.title.toLowerCase().startsWith(words.join(' ')) ? 0 : 1;
  return commands
    .filter(command => words.every(word => text(command).includes(word)))
    .sort((a, b) => begins(a) - begins(b));
}
