/** A line of Markdown that is a heading: `## Text ##`. Linear: whoever may edit a wiki may not keep the portal busy. */
export function readHeading(
  line: string,
): { level: number; text: string } | undefined {
  const text = line.trim();
  let level = 0;
  while (text[level] === '#') level += 1;
  const isHeading =
    level >= 1 &&
    level <= 6 &&
    /^\s/.test(text.slice(level, level + 1)) &&
    line.length - line.trimStart().length <= 3;
  if (!isHeading) return undefined;
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return { level, text: text.slice(level, end).trim() };
}
