import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

const ALERT =
  /^\[!(note|tip|important|warning|caution)\](?:[ \t]+([^\n]+))?[ \t]*(?:\n|$)/i;

/** `> [!NOTE]` and its like as admonitions, as the plugin gh-admonitions of techdocs-core does. */
export function githubAlerts(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'github_alerts', state => {
    // The list grows on the way.
    for (let i = 0; i < state.tokens.length; i++) {
      const token = state.tokens[i];
      const [paragraph, inline] = [state.tokens[i + 1], state.tokens[i + 2]];
      if (
        token.type !== 'blockquote_open' ||
        paragraph?.type !== 'paragraph_open' ||
        inline.type !== 'inline'
      ) {
        continue;
      }
      const match = ALERT.exec(inline.content);
      const close = match && closeOf(state.tokens, i);
      if (!match || !close) {
        continue;
      }
      const type = match[1].toLowerCase();
      const title = match[2]?.trim() || type[0].toUpperCase() + type.slice(1);
      token.tag = 'div';
      token.attrSet('class', `admonition ${type}`);
      close.tag = 'div';
      const rest = inline.content.slice(match[0].length);
      const titled = [
        withClass(new state.Token('paragraph_open', 'p', 1)),
        Object.assign(new state.Token('inline', '', 0), {
          content: title,
          children: [],
          map: inline.map,
        }),
        new state.Token('paragraph_close', 'p', -1),
      ];
      inline.content = rest;
      titled.forEach(part => {
        part.block = true;
      });
      state.tokens.splice(i + 1, rest.trim() ? 0 : 3, ...titled);
    }
  });
}

function withClass(token: Token): Token {
  token.attrSet('class', 'admonition-title');
  return token;
}

function closeOf(tokens: Token[], open: number): Token | undefined {
  return tokens
    .slice(open)
    .find(
      ({ type, level }) =>
        type === 'blockquote_close' && level === tokens[open].level,
    );
}
