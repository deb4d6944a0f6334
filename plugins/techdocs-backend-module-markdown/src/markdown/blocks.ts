import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { Block, readBlock } from './readBlock';
import { parseLines } from './indentedBlock';
import { pushAdmonition } from './pushAdmonition';
import { pushTabSet } from './pushTabSet';

const CAPTIONS = ['caption', 'figure-caption', 'table-caption'];

/**
 * `/// name | argument` up to `///`, as pymdownx.blocks: admonitions under any name, `details`, `tab`, `html` as a
 * `<div>`, and captions as text under what they belong to.
 */
export function blocks(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'blocks', parse, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function parse(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const block = readBlock({ state, startLine, endLine });
  if (!block || silent) {
    return block !== undefined;
  }
  state.line =
    block.name === 'tab'
      ? pushTabs(state, block, endLine)
      : pushBlock(state, block);
  return true;
}

function pushBlock(state: StateBlock, block: Block): number {
  const { name, argument, settings, start, end } = block;
  const content = () => parseLines(state, block.contentStart, end);
  if (name === 'html' || name === 'define' || CAPTIONS.includes(name)) {
    const open = state.push('div_open', 'div', 1);
    open.block = true;
    // Of `div.class#id[attributes]`, the classes.
    const classes = (name === 'html' ? argument : '.caption').match(
      /\.[\w-]+/g,
    );
    const shown = (classes ?? [])
      .map(text => text.slice(1))
      .filter(text => !text.startsWith('md-'));
    if (shown.length > 0) {
      open.attrSet('class', shown.join(' '));
    }
    content();
    state.push('div_close', 'div', -1).block = true;
  } else {
    pushAdmonition({
      state,
      words: ['admonition', 'details'].includes(name)
        ? settings.get('type') ?? 'note'
        : name,
      title: argument || undefined,
      folds: name === 'details',
      isOpen: /^true$/i.test(settings.get('open') ?? ''),
      lines: [start, end],
      parse: content,
    });
  }
  return end + 1;
}

function pushTabs(state: StateBlock, first: Block, endLine: number): number {
  const tabs = [first];
  for (;;) {
    let line = tabs[tabs.length - 1].end + 1;
    while (line < endLine && state.isEmpty(line)) {
      line++;
    }
    const next =
      line < endLine && readBlock({ state, startLine: line, endLine });
    if (!next || next.name !== 'tab' || isOn(next, 'new')) {
      break;
    }
    tabs.push(next);
  }
  pushTabSet({
    state,
    tabs: tabs.map(tab => ({
      title: tab.argument,
      isSelected: isOn(tab, 'select'),
      parse: () => parseLines(state, tab.contentStart, tab.end),
    })),
  });
  return tabs[tabs.length - 1].end + 1;
}

function isOn(block: Block, name: string): boolean {
  return /^true$/i.test(block.settings.get(name) ?? '');
}
