import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { endOfIndented, lineText, parseIndented } from './indentedBlock';

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
  const [, marker, words = 'note', quoted] = match;
  const classes = words
    .toLowerCase()
    .split(/[ \t]+/)
    .join(' ');
  const [type] = classes.split(' ');
  const title = quoted ?? type[0].toUpperCase() + type.slice(1);
  const folds = marker !== '!!!';
  const end = endOfIndented(state, startLine, endLine);

  const open = state.push('admonition_open', folds ? 'details' : 'div', 1);
  open.block = true;
  open.map = [startLine, end];
  open.attrSet('class', folds ? classes : `admonition ${classes}`);
  if (marker === '???+') {
    open.attrSet('open', '');
  }
  // An empty title, `""`, is how MkDocs asks for none; a folding block cannot do without.
  if (title || folds) {
    const tag = folds ? 'summary' : 'p';
    const titleOpen = state.push('admonition_title_open', tag, 1);
    if (!folds) {
      titleOpen.attrSet('class', 'admonition-title');
    }
    const inline = state.push('inline', '', 0);
    inline.content = title || type;
    inline.map = [startLine, startLine + 1];
    inline.children = [];
    state.push('admonition_title_close', tag, -1);
  }
  parseIndented(state, startLine + 1, end);
  state.push('admonition_close', folds ? 'details' : 'div', -1).block = true;
  state.line = end;
  return true;
}
