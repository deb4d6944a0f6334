const OPENERS = [
  { open: '${{', close: '}}' },
  { open: '{%', close: '%}' },
];

/** The insides of `${{ }}` and `{% %}` of a text, without the marks; one that is not closed reaches to the end. Linear. */
export function expressionsOf(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nextOpener({ text, from: at });
    if (!next) break;
    const end = endOf({ text, from: next.start, close: next.close });
    found.push(text.slice(next.start, end));
    at = end + next.close.length;
  }
  return found;
}

function nextOpener({ text, from }: { text: string; from: number }) {
  const brace = text.indexOf('{', from);
  for (let i = brace; i !== -1; i = text.indexOf('{', i + 1)) {
    for (const { open, close } of OPENERS) {
      const start = open === '{%' ? i : i - 1;
      if (start >= from && text.startsWith(open, start)) {
        return { start: start + open.length, close };
      }
    }
  }
  return undefined;
}

/** A closing mark within quotes closes nothing. */
function endOf(options: { text: string; from: number; close: string }) {
  const { text, from, close } = options;
  let quote = '';
  for (let i = from; i < text.length; i++) {
    if (quote) {
      if (text[i] === '\\') i += 1;
      else if (text[i] === quote) quote = '';
    } else if (text[i] === '"' || text[i] === "'") {
      quote = text[i];
    } else if (text.startsWith(close, i)) {
      return i;
    }
  }
  return text.length;
}
