import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { RenderEnv } from './RenderEnv';

const PAIR = String.raw`(?:[.#][\w:-]+|[\w-]+=(?:"[^"}]*"|'[^'}]*'|[^\s"'}]+)|markdown|download)`;
const LIST = String.raw`\{:?[ ]*(${PAIR}(?:[ ]+${PAIR})*)[ ]*\}`;
const AT_START = new RegExp(`^${LIST}`);
const AT_END = new RegExp(`(?:^|[ \\t]+)${LIST}[ \\t]*$`);
const ALONE = new RegExp(`^${LIST}$`);
const ENDS_ELEMENT = /^(?:link|em|strong|s|mark|sub|sup|ins)_close$/;

/**
 * `{: .class #id key=value }` after an inline element, at the end of a heading, paragraph, item or cell, or on its own
 * line after a block. Own code because the published plugins also swallow braces that mean nothing, such as `{id}` in
 * the paths of an API.
 */
export function attributeLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'attribute_lists', state => {
    const env = state.env as RenderEnv;
    const removed = new Set<Token>();
    state.tokens.forEach((token, i) => {
      if (token.type !== 'inline' || !token.children) {
        return;
      }
      const block = blockBefore(state.tokens, i);
      const list = block && ALONE.exec(token.content.trim())?.[1];
      if (list) {
        setAttributes(block, list);
        env.foreign.isUsed = true;
        const paragraph = state.tokens.slice(...containerOf(state.tokens, i));
        paragraph.forEach(part => removed.add(part));
        return;
      }
      const inside = applyToElements(token.children);
      const around =
        i > 0 && applyToBlock(token.children, blockOf(state.tokens, i));
      // What authors may write into attributes is for the sanitiser to say.
      env.foreign.isUsed ||= inside || around;
    });
    if (removed.size > 0) {
      state.tokens = state.tokens.filter(token => !removed.has(token));
    }
  });
}

/** What a list in the text at `index` belongs to: of a tight list the item, since its paragraph is not shown. */
function blockOf(tokens: Token[], index: number): Token {
  const open = tokens[index - 1];
  return open.hidden && tokens[index - 2]?.type === 'list_item_open'
    ? tokens[index - 2]
    : open;
}

/** The block right before the paragraph or the last row that holds nothing but a list. */
function blockBefore(tokens: Token[], index: number): Token | undefined {
  const open = tokens[index - 1];
  if (open?.type === 'td_open' && tokens[index - 2]?.type === 'tr_open') {
    return lastOpen(tokens, index, 'table_open');
  }
  const before = tokens[index - 2];
  if (open?.type !== 'paragraph_open' || open.hidden || !before) {
    return undefined;
  }
  if (before.nesting === 0) {
    // Code, whose own line of information says more.
    return before.type === 'inline' ? undefined : before;
  }
  return before.nesting === -1 && !/_(?:item|inline)_close$/.test(before.type)
    ? lastOpen(tokens, index, before.type.replace('_close', '_open'))
    : undefined;
}

function lastOpen(
  tokens: Token[],
  index: number,
  type: string,
): Token | undefined {
  const level = type === 'table_open' ? undefined : tokens[index - 1].level;
  for (let i = index; i >= 0; i--) {
    if (
      tokens[i].type === type &&
      (level === undefined || tokens[i].level === level)
    ) {
      return tokens[i];
    }
  }
  return undefined;
}

function containerOf(tokens: Token[], index: number): [number, number] {
  if (tokens[index - 1].type === 'paragraph_open') {
    return [index - 1, index + 2];
  }
  let end = index;
  while (tokens[end].type !== 'tr_close') {
    end++;
  }
  return [index - 2, end + 1];
}

/** @returns whether there was a list. */
function applyToElements(children: Token[]): boolean {
  let isFound = false;
  children.forEach((token, i) => {
    const before = children[i - 1];
    const match = token.type === 'text' && AT_START.exec(token.content);
    if (!match || !before) {
      return;
    }
    const target = elementEndingAt(children, i - 1);
    if (target) {
      setAttributes(target, match[1]);
      token.content = token.content.slice(match[0].length);
      isFound = true;
    }
  });
  return isFound;
}

function elementEndingAt(children: Token[], index: number): Token | undefined {
  const token = children[index];
  if (/^(?:image|code_inline|icon)$/.test(token.type)) {
    return token;
  }
  if (!ENDS_ELEMENT.test(token.type)) {
    return undefined;
  }
  const opens = token.type.replace('_close', '_open');
  for (let i = index; i >= 0; i--) {
    if (children[i].type === opens && children[i].level === token.level) {
      return children[i];
    }
  }
  return undefined;
}

/** @returns whether there was a list. */
function applyToBlock(children: Token[], block: Token): boolean {
  const last = children[children.length - 1];
  const match = last?.type === 'text' && AT_END.exec(last.content);
  if (!match || block.nesting !== 1) {
    return false;
  }
  setAttributes(block, match[1]);
  last.content = last.content.slice(0, match.index);
  if (!last.content && children[children.length - 2]?.type === 'softbreak') {
    children.splice(-2);
  }
  return true;
}

function setAttributes(token: Token, list: string): void {
  for (const [part] of list.matchAll(new RegExp(PAIR, 'g'))) {
    if (part.startsWith('.')) {
      token.attrJoin('class', part.slice(1));
    } else if (part.startsWith('#')) {
      token.attrSet('id', part.slice(1));
    } else if (part.includes('=')) {
      const [name, ...value] = part.split('=');
      token.attrSet(name, value.join('=').replace(/^(["'])(.*)\1$/, '$2'));
    } else if (part === 'download') {
      token.attrSet('download', '');
    }
  }
}
