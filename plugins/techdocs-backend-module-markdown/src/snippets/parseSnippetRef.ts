/** What a snippet names: a file, and perhaps a part of it. */
export interface SnippetRef {
  path: string;
  /** Between `[start:name]` and `[end:name]`. */
  section?: string;
  /** From and to, both included, from 1; an open end is Infinity. */
  ranges?: [number, number][];
}

const RANGES = /:(-?\d*:?-?\d*(?:,-?\d*:?-?\d*)*)$/;
const SECTION = /:([A-Za-z][\w-]*)$/;

/** Reads `file.md`, `file.md:section`, `file.md:4:6`, `file.md::6`, `file.md:4` (to the end) and `file.md:1:2,5:6`. */
export function parseSnippetRef(text: string): SnippetRef {
  const section = SECTION.exec(text);
  if (section) {
    return { path: text.slice(0, section.index), section: section[1] };
  }
  const ranges = RANGES.exec(text);
  if (!ranges || !/\d/.test(ranges[1])) {
    return { path: text };
  }
  return {
    path: text.slice(0, ranges.index),
    ranges: ranges[1].split(',').map(part => {
      const [from, to] = part.split(':');
      return [Number(from) || 1, Number(to) || Infinity];
    }),
  };
}
