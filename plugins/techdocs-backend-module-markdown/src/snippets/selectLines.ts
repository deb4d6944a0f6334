import { SnippetRef } from './parseSnippetRef';

const MARK =
  /-{1,}8<-{1,}[ \t]*\[[ \t]*(start|end)(?::[ \t]*([\w-]+))?[ \t]*\]/;

/**
 * The lines of a file that a snippet names, without the lines that mark its sections.
 *
 * @returns undefined when there is no such section.
 */
export function selectLines(options: {
  text: string;
  ref: SnippetRef;
}): string[] | undefined {
  const { text, ref } = options;
  const lines = text.replace(/\n$/, '').split('\n');
  if (ref.ranges) {
    return ref.ranges
      .flatMap(([from, to]) => lines.slice(from - 1, to))
      .filter(line => !MARK.test(line));
  }
  if (!ref.section) {
    return lines.filter(line => !MARK.test(line));
  }
  const selected: string[] = [];
  let isFound = false;
  let isInside = false;
  for (const line of lines) {
    const [, kind, name] = MARK.exec(line) ?? [];
    if (kind && name === ref.section) {
      isInside = kind === 'start';
      isFound = true;
    } else if (isInside && !kind) {
      selected.push(line);
    }
  }
  return isFound ? selected : undefined;
}
