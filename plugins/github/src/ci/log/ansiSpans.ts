/** A part of a line that looks the same throughout. */
export interface AnsiSpan {
  text: string;
  /** One of the eight colours; anything finer is left to the page. */
  colour?: AnsiColour;
  isBold?: boolean;
  isDim?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
}

const COLOURS = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
] as const;
export type AnsiColour = (typeof COLOURS)[number];

/* eslint-disable no-control-regex -- control characters are what this is about */
/** Colours and weights; anything else that begins with an escape: cursor moves, titles, links. */
const SEQUENCE =
  /\u001b\[([0-9;]*)m|\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]?/g;
const CONTROL = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g;
/* eslint-enable no-control-regex */

/** What a terminal would show of a line, as text. */
export function withoutAnsi(raw: string): string {
  return raw.replace(SEQUENCE, '').replace(CONTROL, '');
}

/** What a terminal would show of a line, as parts of one look each. Never markup: the text of a span is text. */
export function ansiSpans(raw: string): AnsiSpan[] {
  if (!raw.includes('\u001b')) {
    const text = raw.replace(CONTROL, '');
    return text ? [{ text }] : [];
  }
  const spans: AnsiSpan[] = [];
  let look: Omit<AnsiSpan, 'text'> = {};
  let from = 0;
  const push = (until: number) => {
    const text = raw.slice(from, until).replace(CONTROL, '');
    if (text) spans.push({ text, ...look });
  };
  for (const match of raw.matchAll(SEQUENCE)) {
    push(match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined) look = changed(look, match[1]);
  }
  push(raw.length);
  return spans;
}

function changed(
  look: Omit<AnsiSpan, 'text'>,
  codes: string,
): Omit<AnsiSpan, 'text'> {
  let next = { ...look };
  const queue = codes.split(';').map(Number);
  while (queue.length > 0) {
    const code = queue.shift()!;
    if (code === 0) next = {};
    else if (code === 1) next.isBold = true;
    else if (code === 2) next.isDim = true;
    else if (code === 3) next.isItalic = true;
    else if (code === 4) next.isUnderlined = true;
    else if (code === 22) {
      delete next.isBold;
      delete next.isDim;
    } else if (code === 23) delete next.isItalic;
    else if (code === 24) delete next.isUnderlined;
    else if (code === 39) delete next.colour;
    else if (code >= 30 && code <= 37) next.colour = COLOURS[code - 30];
    else if (code >= 90 && code <= 97) next.colour = COLOURS[code - 90];
    else if (code === 38 || code === 48) {
      const kind = queue.shift();
      const [index] = queue.splice(0, kind === 5 ? 1 : 3);
      if (code === 38) {
        if (kind === 5 && index < 16) next.colour = COLOURS[index % 8];
        else delete next.colour;
      }
    }
  }
  return next;
}
