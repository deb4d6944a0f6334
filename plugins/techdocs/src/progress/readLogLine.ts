import type { LogLine } from './DocsProgress';

// eslint-disable-next-line no-control-regex -- colours of a terminal
const COLOURS = /\u001b\[[0-9;]*m/g;
const LINE = /^(debug|info|warn|error):[ \t]+(.*)$/s;
/** A line as TechDocs sends it, `info: Rendered 4 of 9 pages {"timestamp":"..."}`, in words. */
export function readLogLine(line: string): LogLine {
  const plain = line.replace(COLOURS, '').trim();
  const [, level, text] = LINE.exec(plain) ?? [];
  return {
    level: (level as LogLine['level'] | undefined) ?? 'info',
    text: withoutFacts(text ?? plain),
  };
}

/** Facts of a line stand at its end, as an object. */
function withoutFacts(text: string): string {
  for (const { index } of text.matchAll(/[ \t]+\{"/g)) {
    try {
      JSON.parse(text.slice(index));
      return text.slice(0, index);
    } catch {
      // These are words.
    }
  }
  return text;
}
