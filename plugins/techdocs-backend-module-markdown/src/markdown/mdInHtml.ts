import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { lineText } from './indentedBlock';
import { MAX_SEARCHED_LINES, searchesLeft, searchFailed } from './searchesLeft';

const ATTRIBUTE = /\s+markdown(?:="(?:1|block|span)"|='(?:1|block|span)')?/;
const OPEN = /^<([a-z][a-z\d]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*>/i;

/**
 * `<div markdown>`: an HTML element whose content is Markdown, also without blank lines, as md_in_html. Its end has to
 * stand at the end of a line; elements that do not fit are left to CommonMark.
 */
export function mdInHtml(markdown: MarkdownIt): void {
  markdown.block.ruler.before('html_block', 'md_in_html', parse, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function parse(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const line = lineText(state, startLine);
  const match = OPEN.exec(line);
  if (!match || !ATTRIBUTE.test(match[2]) || !searchesLeft(state.env)) {
    return false;
  }
  const [start, name] = match;
  const end = findEnd({ state, name, startLine, endLine });
  if (end === undefined) {
    searchFailed(state.env);
    return false;
  }
  if (silent) {
    return true;
  }
  const close = `</${name}>`;
  const html = (content: string) => {
    state.push('html_block', '', 0).content = content;
  };
  html(`${start.replace(ATTRIBUTE, '')}\n`);
  const rest = line.slice(start.length);
  const first = end === startLine ? cut(rest, close) : rest;
  if (first.trim()) {
    inline(state, first.trim(), startLine);
  }
  if (end > startLine) {
    const { parentType, lineMax, blkIndent } = state;
    const last = cut(lineText(state, end), close);
    state.parentType = 'root';
    state.lineMax = end;
    // Content is often indented under its element.
    state.blkIndent = indentOf(state, startLine + 1, end);
    state.md.block.tokenize(state, startLine + 1, end);
    Object.assign(state, { parentType, lineMax, blkIndent });
    if (last.trim()) {
      inline(state, last.trim(), end);
    }
  }
  html(`${close}\n`);
  state.line = end + 1;
  return true;
}

/** The line that the element ends at the end of. */
function findEnd(options: {
  state: StateBlock;
  name: string;
  startLine: number;
  endLine: number;
}): number | undefined {
  const { state, name, startLine, endLine } = options;
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])[^>]*>`, 'gi');
  let depth = 0;
  let fence = '';
  const last = Math.min(endLine, startLine + MAX_SEARCHED_LINES);
  for (let line = startLine; line < last; line++) {
    const text = lineText(state, line);
    const [, marker] = /^(`{3,}|~{3,})/.exec(text) ?? [];
    if (marker && (!fence || marker.startsWith(fence))) {
      fence = fence ? '' : marker;
    } else if (!fence) {
      for (const [, isClosing] of text.matchAll(tags)) {
        depth += isClosing ? -1 : 1;
      }
      if (depth <= 0) {
        const isLast = text.trimEnd().toLowerCase().endsWith(`</${name}>`);
        return depth === 0 && isLast ? line : undefined;
      }
    }
  }
  return undefined;
}

function cut(text: string, close: string): string {
  return text.trimEnd().slice(0, -close.length);
}

function indentOf(state: StateBlock, startLine: number, endLine: number) {
  let indent = Infinity;
  for (let line = startLine; line < endLine; line++) {
    if (!state.isEmpty(line)) {
      indent = Math.min(indent, state.sCount[line]);
    }
  }
  return Number.isFinite(indent) ? indent : state.blkIndent;
}

function inline(state: StateBlock, content: string, line: number): void {
  const token = state.push('inline', '', 0);
  token.content = content;
  token.map = [line, line + 1];
  token.children = [];
}
