const LONGEST_HREF = 2_000;
const SPACE = /\s/;

/**
 * The links `[label](href)` and `[label](href "title")` in a line of Markdown, in order. A label may hold images and brackets; of links in one
 * another the inner one counts, as Markdown has it. Linear, as `readHeading` is.
 */
export function findLinks(line: string): { label: string; href: string }[] {
  const links: { label: string; href: string }[] = [];
  let open: number[] = [];
  let at = 0;
  while (at < line.length) {
    const mark = line[at];
    if (mark === '\\') at += 1;
    else if (mark === '[') open.push(at);
    else if (mark === ']') {
      const start = open.pop();
      const target = start === undefined ? undefined : targetAt(line, at + 1);
      if (start !== undefined && target) {
        if (line[start - 1] !== '!') {
          links.push({ label: line.slice(start + 1, at), href: target.href });
          open = [];
        }
        at = target.end;
      }
    }
    at += 1;
  }
  return links;
}

/** What is in parentheses; `end` is where they close. */
function targetAt(
  line: string,
  start: number,
): { href: string; end: number } | undefined {
  if (line[start] !== '(') return undefined;
  let end = start + 1;
  while (end < line.length && line[end] !== '(' && line[end] !== ')') end += 1;
  if (line[end] !== ')') return undefined;
  let stop = start + 1;
  while (stop < end && !SPACE.test(line[stop])) stop += 1;
  const href = line.slice(start + 1, stop);
  return href && href.length <= LONGEST_HREF ? { href, end } : undefined;
}
