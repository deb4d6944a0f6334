import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { endOfIndented, lineText, parseIndented } from './indentedBlock';
import { RenderEnv } from './RenderEnv';

const HEAD = /^===[!+]{0,2}[ \t]+"(.*)"[ \t]*$/;

/** `=== "Title"` over an indented body; neighbours form one set, in the markup of pymdownx.tabbed. */
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
  if (titleAt(state, startLine) === undefined) {
    return false;
  }
  if (silent) {
    return true;
  }
  const tabs = findTabs(state, startLine, endLine);
  const env = state.env as RenderEnv;
  env.tabSets += 1;
  const name = `__tabbed_${env.tabSets}`;

  const html = (content: string) => {
    state.push('html_block', '', 0).content = content;
  };
  const inputs = tabs.map((_, i) => {
    const checked = i === 0 ? 'checked ' : '';
    return `<input ${checked}id="${name}_${
      i + 1
    }" name="${name}" type="radio">`;
  });
  const labels = tabs.map((tab, i) => {
    const title = state.md.renderInline(tab.title, { ...env, headings: [] });
    return `<label for="${name}_${i + 1}">${title}</label>`;
  });
  html(
    `<div class="tabbed-set tabbed-alternate" data-tabs="${env.tabSets}:${tabs.length}">` +
      `${inputs.join('')}<div class="tabbed-labels">${labels.join('')}</div>` +
      `<div class="tabbed-content">`,
  );
  for (const tab of tabs) {
    html('<div class="tabbed-block">');
    parseIndented(state, tab.start + 1, tab.end);
    html('</div>');
  }
  html('</div></div>\n');
  state.line = tabs[tabs.length - 1].end;
  return true;
}

function titleAt(state: StateBlock, line: number): string | undefined {
  return state.sCount[line] - state.blkIndent < 4
    ? HEAD.exec(lineText(state, line))?.[1]
    : undefined;
}

function findTabs(state: StateBlock, startLine: number, endLine: number) {
  const tabs: { title: string; start: number; end: number }[] = [];
  let line = startLine;
  while (line < endLine && state.sCount[line] >= state.blkIndent) {
    const title = titleAt(state, line);
    if (title === undefined) {
      break;
    }
    const end = endOfIndented(state, line, endLine);
    tabs.push({ title, start: line, end });
    line = end;
    while (line < endLine && state.isEmpty(line)) {
      line++;
    }
  }
  return tabs;
}
