const MARK = /^(?:[-*+]|\d{1,9}[.)])(?=\s)/;

/** A line of Markdown that is an item of a list, with its indentation in columns. Linear, as `readHeading` is. */
export function readItem(
  line: string,
): { indent: number; text: string } | undefined {
  const text = line.trimStart();
  const mark = MARK.exec(text)?.[0];
  if (!mark) return undefined;
  const before = line.slice(0, line.length - text.length);
  return {
    indent: before.replace(/\t/g, '    ').length,
    text: text.slice(mark.length).trim(),
  };
}
