/** Breaks a text into lines between its words, each with the indent. A word longer than a line, such as a URL, stays whole. */
export function wrap(options: {
  text: string;
  indent: string;
  columns: number;
}): string[] {
  const { text, indent, columns } = options;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = indent;
    for (const word of paragraph.split(' ').filter(Boolean)) {
      if (line === indent) {
        line += word;
      } else if (line.length + 1 + word.length <= columns) {
        line += ` ${word}`;
      } else {
        lines.push(line);
        line = indent + word;
      }
    }
    if (line !== indent) lines.push(line);
  }
  return lines;
}
