import type MarkdownIt from 'markdown-it';

const PLUS = 0x2b;
const KEYS =
  /^\+\+((?:[a-z\d][\w-]*|"[^"\n]+"|'[^'\n]+')(?:\+(?:[a-z\d][\w-]*|"[^"\n]+"|'[^'\n]+'))*)\+\+/i;
// What is not simply the name with a capital letter.
const NAMES: Record<string, string> = {
  ...{ ctrl: 'Ctrl', control: 'Ctrl', cmd: 'Cmd', command: 'Cmd', esc: 'Esc' },
  ...{ escape: 'Esc', del: 'Del', delete: 'Del', ins: 'Ins', insert: 'Ins' },
  ...{ win: 'Win', windows: 'Win', opt: 'Option', option: 'Option' },
  ...{ altgr: 'AltGr', 'alt-graph': 'AltGr', 'page-up': 'Page Up' },
  ...{ 'page-down': 'Page Down', pageup: 'Page Up', pagedown: 'Page Down' },
  ...{ 'arrow-up': '↑', 'arrow-down': '↓', 'arrow-left': '←' },
  ...{ 'arrow-right': '→', up: '↑', down: '↓', left: '←', right: '→' },
  ...{ 'caps-lock': 'Caps Lock', 'num-lock': 'Num Lock', return: 'Return' },
  ...{ 'print-screen': 'Print Screen', 'scroll-lock': 'Scroll Lock' },
  ...{ plus: '+', minus: '-', slash: '/', backslash: '\\', comma: ',' },
  ...{ period: '.', dot: '.', equal: '=', tilde: '~', grave: '`', pipe: '|' },
};

/** `++ctrl+alt+del++`, as pymdownx.keys. */
export function keys(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'keys', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== PLUS || silent) {
      return false;
    }
    const match = KEYS.exec(state.src.slice(state.pos, state.posMax));
    if (!match) {
      return false;
    }
    const names = match[1].match(/"[^"]+"|'[^']+'|[^+]+/g) ?? [];
    state.push('span_open', 'span', 1).attrSet('class', 'keys');
    names.forEach((name, i) => {
      if (i > 0) {
        state.push('span_open', 'span', 1);
        state.push('text', '', 0).content = '+';
        state.push('span_close', 'span', -1);
      }
      state.push('kbd_open', 'kbd', 1);
      state.push('text', '', 0).content = label(name);
      state.push('kbd_close', 'kbd', -1);
    });
    state.push('span_close', 'span', -1);
    state.pos += match[0].length;
    return true;
  });
}

function label(name: string): string {
  if (/^["']/.test(name)) {
    return name.slice(1, -1);
  }
  const known = NAMES[name.toLowerCase()];
  if (known) {
    return known;
  }
  const words = name.replace(/-/g, ' ');
  return words[0].toUpperCase() + words.slice(1);
}
