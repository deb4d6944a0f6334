import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

const PAIR = String.raw`(?:[.#][\w:-]+|[\w-]+=(?:"[^"}]*"|'[^'}]*'|[^\s"'}]+)|markdown|download)`;
const LIST = String.raw`\{:?[ ]*(${PAIR}(?:[ ]+${PAIR})*)[ ]*\}`;
const AT_START = new RegExp(`^${LIST}`);
const AT_END = new RegExp(`(?:^|[ \\t]+)${LIST}[ \\t]*$`);
const ENDS_ELEMENT = /^(?:link|em|strong|s|mark|sub|sup)_close$/;

/**
 * `{: .class #id key=value }` after an inline element, or at the end of a heading, paragraph or
 * cell. Own code because the published plugins also swallow braces that mean nothing, such as
 * `{id}` in the paths of an API.
 */
export function attributeLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'attribute_lists', state => {
    state.tokens.forEach((token, i) => {
      if (token.type === 'inline' && token.children) {
        applyToElements(token.children);
        if (i > 0) {
          applyToBlock(token.children, state.tokens[i - 1]);
        }
      }
    });
  });
}

function applyToElements(children: Token[]): void {
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
    }
  });
}

function elementEndingAt(children: Token[], index: number): Token | undefined {
  const token = children[index];
  if (token.type === 'image' || token.type === 'code_inline') {
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

function applyToBlock(children: Token[], block: Token): void {
  const last = children[children.length - 1];
  const match = last?.type === 'text' && AT_END.exec(last.content);
  if (match && block.nesting === 1) {
    setAttributes(block, match[1]);
    last.content = last.content.slice(0, match.index);
  }
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
