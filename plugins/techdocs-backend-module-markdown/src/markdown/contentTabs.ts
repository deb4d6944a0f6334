import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { endOfIndented, lineText, parseIndented } from './indentedBlock';
import { pushTabSet } from './pushTabSet';

const HEAD = /^===([!+]{0,2})[ \t]+"(.*)"[ \t]*$/;

/**
 * `=== "Title"` over an indented body; neighbours form one set, in the markup of pymdownx.tabbed. `===!` starts a new
 * set, `===+` is the tab that shows first.
 */
export function contentTabs(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'content_tabs', parse, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function parse(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (headAt(state, startLine) === undefined) {
    return false;
  }
  if (silent) {
    return true;
  }
  const tabs = findTabs(state, startLine, endLine);
  pushTabSet({
    state,
    tabs: tabs.map(({ title, marks, start, end }) => ({
      title,
      isSelected: marks.includes('+'),
      parse: () => parseIndented(state, start + 1, end),
    })),
  });
  state.line = tabs[tabs.length - 1].end;
  return true;
}

function headAt(state: StateBlock, line: number) {
  const match =
    state.sCount[line] - state.blkIndent < 4
      ? HEAD.exec(lineText(state, line))
      : null;
  return match ? { marks: match[1], title: match[2] } : undefined;
}

function findTabs(state: StateBlock, startLine: number, endLine: number) {
  const tabs: { title: string; marks: string; start: number; end: number }[] =
    [];
  let line = startLine;
  while (line < endLine && state.sCount[line] >= state.blkIndent) {
    const head = headAt(state, line);
    if (!head || (tabs.length > 0 && head.marks.includes('!'))) {
      break;
    }
    const end = endOfIndented(state, line, endLine);
    tabs.push({ ...head, start: line, end });
    line = end;
    while (line < endLine && state.isEmpty(line)) {
      line++;
    }
  }
  return tabs;
}
