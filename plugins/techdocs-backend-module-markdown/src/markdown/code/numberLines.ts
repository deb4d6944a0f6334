const TAG = /<(\/?)span\b[^>]*>/g;

/**
 * Wraps the lines of highlighted code: each with its number, as `data-linenos` so that it is not copied, and marked
 * ones in `<span class="hll">`. A span of the colouring that goes over several lines is closed and opened again.
 */
export function numberLines(options: {
  /** With no elements but `<span>`. */
  html: string;
  /** Without it, no numbers. Others than each `step`th stay empty. */
  numbers?: { first: number; step: number };
  /** From 1. */
  marked: Set<number>;
}): string {
  const { html, numbers, marked } = options;
  const lines = splitLines(html.replace(/\n$/, ''));
  const width = numbers
    ? String(numbers.first + lines.length - 1).length
    : undefined;
  const rendered = lines.map((line, i) => {
    let number = '';
    if (numbers) {
      const shown = numbers.first + i;
      const text = i % numbers.step === 0 ? String(shown) : '';
      number = `<span class="linenos" data-linenos="${text.padStart(
        width ?? 0,
      )} "></span>`;
    }
    return marked.has(i + 1)
      ? `<span class="hll">${number}${line}\n</span>`
      : `${number}${line}\n`;
  });
  return rendered.join('');
}

function splitLines(html: string): string[] {
  let open: string[] = [];
  return html.split('\n').map(line => {
    const before = open.join('');
    if (line.includes('<')) {
      open = [...open];
      for (const [tag, isClosing] of line.matchAll(TAG)) {
        if (isClosing) {
          open.pop();
        } else {
          open.push(tag);
        }
      }
    }
    return before + line + '</span>'.repeat(open.length);
  });
}
