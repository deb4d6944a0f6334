import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { endOfIndented, lineText, parseIndented } from './indentedBlock';
import { pushAdmonition } from './pushAdmonition';

const HEAD =
  /^(!!!|\?\?\?\+?)[ \t]*([\w-]+(?:[ \t]+[\w-]+)*)?(?:[ \t]*"(.*)")?[ \t]*$/;

/** `!!! note "Title"` and its folding forms `???` and `???+`, over an indented body. */
export function admonition(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'admonition', parse, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function parse(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (state.sCount[startLine] - state.blkIndent >= 4) {
    return false;
  }
  const match = HEAD.exec(lineText(state, startLine));
  if (!match || (!match[2] && match[3] === undefined)) {
    return false;
  }
  if (silent) {
    return true;
  }
  const [, marker, words = 'note', title] = match;
  const end = endOfIndented(state, startLine, endLine);
  pushAdmonition({
    ...{ state, words, title },
    folds: marker !== '!!!',
    isOpen: marker === '???+',
    lines: [startLine, end],
    parse: () => parseIndented(state, startLine + 1, end),
  });
  state.line = end;
  return true;
}
