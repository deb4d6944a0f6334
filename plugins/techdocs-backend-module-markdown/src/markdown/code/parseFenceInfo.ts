/** What the first line of a fenced block says of it. */
export interface FenceInfo {
  /** In lower case; '' when none is named. */
  language: string;
  title?: string;
  /** Of the block, beside those of the renderer. */
  classes: string[];
  id?: string;
  /** Absent when the block says nothing of numbers. */
  lineNumbers?: { first: number; step: number } | 'none';
  /** Lines to mark, from 1, whatever number the first is shown with. */
  marked: Set<number>;
}

const PART =
  /([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|[.#]?[\w+#][\w+#-]*|[.#][\w-]+/g;
const MAX_LINE = 100_000;

/**
 * Reads ```` ```yaml title="a.yml" hl_lines="1 3-5" linenums="10" ```` as well as
 * ```` ``` {.yaml #id .class linenums="1 2"} ````. What it does not know it leaves out.
 */
export function parseFenceInfo(info: string): FenceInfo {
  const result: FenceInfo = { language: '', classes: [], marked: new Set() };
  const isList = /^\s*\{/.test(info);
  for (const match of info.matchAll(PART)) {
    const [part, name, ...values] = match;
    if (name) {
      const value = values.find(text => text !== undefined) ?? '';
      readOption({ result, name: name.toLowerCase(), value });
    } else if (part.startsWith('#')) {
      result.id = part.slice(1).replace(/[^\w-]/g, '');
    } else if (!result.language && (!isList || part.startsWith('.'))) {
      result.language = part.replace(/^\./, '').toLowerCase();
    } else if (part.startsWith('.')) {
      result.classes.push(part.slice(1).replace(/[^\w-]/g, ''));
    }
  }
  return result;
}

function readOption(options: {
  result: FenceInfo;
  name: string;
  value: string;
}): void {
  const { result, name, value } = options;
  if (name === 'title') {
    result.title = value;
  } else if (name === 'hl_lines') {
    result.marked = parseLines(value);
  } else if (name === 'linenums') {
    const [first, step] = value.split(/\s+/).map(Number);
    result.lineNumbers = Number.isInteger(first)
      ? { first, step: step > 0 ? Math.floor(step) : 1 }
      : 'none';
  }
}

function parseLines(value: string): Set<number> {
  const lines = new Set<number>();
  for (const part of value.split(/[\s,]+/)) {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const last = Math.min(Number(to), MAX_LINE);
    for (let line = Number(from); line <= last; line++) {
      lines.add(line);
    }
  }
  return lines;
}
