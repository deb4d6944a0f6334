import { parseSnippetRef } from './parseSnippetRef';
import { selectLines } from './selectLines';
import { SnippetSource } from './createSnippetSource';

const LINE = /^([ \t]*)-{1,}8<-{1,}[ \t]+(["'])(.+?)\2[ \t]*$/;
const FENCE = /^([ \t]*)-{1,}8<-{1,}[ \t]*$/;
const ESCAPED = /^([ \t]*);(-{1,}8<-{1,}.*)$/;
const MAX_DEPTH = 5;
const MAX_SNIPPETS = 200;
const MAX_CHARACTERS = 5_000_000;

/** A page with its snippets, and the names of all files that they were looked for under. */
export interface ExpandedText {
  text: string;
  files: string[];
}

/**
 * Puts in the files that `--8<-- "path"` and blocks of `--8<--` name, as pymdownx.snippets does, in code as well.
 * What cannot be put in is left out and reported.
 */
export async function expandSnippets(options: {
  text: string;
  source: SnippetSource;
  report: (message: string) => void;
}): Promise<ExpandedText> {
  const { source, report } = options;
  const files = new Set<string>();
  let used = 0;
  let size = 0;

  async function linesOf(name: string, stack: string[]): Promise<string[]> {
    const leaveOut = (reason: string) => {
      report(`snippet '${name}' left out: ${reason}`);
      return [];
    };
    const ref = parseSnippetRef(name);
    used += 1;
    if (stack.length >= MAX_DEPTH || used > MAX_SNIPPETS) {
      return leaveOut('too many snippets, or one that contains itself');
    }
    files.add(ref.path);
    const snippet = await source.read(ref.path);
    if (snippet.outcome === 'refused') {
      return leaveOut(snippet.reason);
    }
    size += snippet.text.length;
    if (size > MAX_CHARACTERS) {
      return leaveOut('the page would be too long with it');
    }
    const lines = selectLines({ text: snippet.text, ref });
    return lines
      ? expand(lines, [...stack, ref.path])
      : leaveOut(`'${ref.path}' has no section '${ref.section}'`);
  }

  async function expand(lines: string[], stack: string[]): Promise<string[]> {
    if (!lines.some(line => line.includes('8<'))) {
      return lines;
    }
    const result: string[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      const single = LINE.exec(line);
      const end = single ? -1 : endOfBlock(lines, i);
      const indent = (single ?? FENCE.exec(line))?.[1] ?? '';
      const names = single ? [single[3]] : lines.slice(i + 1, end);
      if (!single && end < 0) {
        result.push(line.replace(ESCAPED, '$1$2'));
        continue;
      }
      for (const name of names.map(text => text.trim()).filter(Boolean)) {
        // As in MkDocs, a name behind `;` is skipped.
        if (!name.startsWith(';')) {
          const body = await linesOf(name, stack);
          result.push(...body.map(text => (text ? indent + text : text)));
        }
      }
      i = Math.max(i, end);
    }
    return result;
  }

  const lines = await expand(options.text.split('\n'), []);
  return { text: lines.join('\n'), files: [...files] };
}

/** Where the block that begins at `start` ends; -1 when there is none. */
function endOfBlock(lines: string[], start: number): number {
  return FENCE.test(lines[start])
    ? lines.findIndex((line, i) => i > start && FENCE.test(line))
    : -1;
}
