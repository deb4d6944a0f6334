import type MarkdownIt from 'markdown-it';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { RenderEnv } from '../RenderEnv';
import { createIcons } from './createIcons';

const ICON = /:((?:material|octicons|fontawesome|simple)-[\w-]+):/g;

/** `:material-account:` as an icon. Icons of collections that are not here are left out and named. */
export function iconShortcodes(markdown: MarkdownIt): void {
  const icons = createIcons();

  function split(state: StateCore, token: Token): Token[] {
    const env = state.env as RenderEnv;
    const text = (content: string) =>
      Object.assign(new state.Token('text', '', 0), {
        content,
        level: token.level,
      });
    const parts: Token[] = [];
    let end = 0;
    for (const match of token.content.matchAll(ICON)) {
      parts.push(text(token.content.slice(end, match.index)));
      end = match.index + match[0].length;
      const svg = icons(match[1]);
      if (svg) {
        parts.push(
          Object.assign(new state.Token('icon', '', 0), { content: svg }),
        );
      } else {
        env.report(`there is no icon :${match[1]}: here; it was left out`);
      }
    }
    return [...parts, text(token.content.slice(end))];
  }

  markdown.renderer.rules.icon = (tokens, index, _, env: RenderEnv) => {
    // The page's author may add classes; a slot is not sanitised any more.
    const classes = `${tokens[index].attrGet('class') ?? ''}`
      .split(' ')
      .filter(name => /^[\w-]+$/.test(name) && !name.startsWith('md-'));
    return env.slots.put(
      `<span class="${['twemoji', ...classes].join(' ')}">${
        tokens[index].content
      }</span>`,
      'inline',
    );
  };
  markdown.core.ruler.after('inline', 'icon_shortcodes', state => {
    for (const token of state.tokens) {
      if (token.type === 'inline' && /:[a-z]+-/.test(token.content)) {
        token.children = (token.children ?? []).flatMap(child =>
          child.type === 'text' && child.content.includes(':')
            ? split(state, child)
            : [child],
        );
      }
    }
  });
}
