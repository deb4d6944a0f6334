import type { LogLine } from './parseLog';

/** Numbers of the lines that contain the text, whatever its case. Nothing is found without a text. */
export function findInLog(options: {
  lines: LogLine[];
  text: string;
}): number[] {
  const text = options.text.toLowerCase();
  if (!text) return [];
  return options.lines
    .filter(line => line.text.toLowerCase().includes(text))
    .map(({ number }) => number);
}
