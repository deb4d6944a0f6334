const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Applies `change` to what is no code in Markdown: neither in a fence nor between backticks of one line. Linear in the text. */
export function mapOutsideCode(options: {
  text: string;
  change: (text: string) => string;
}): string {
  const { text, change } = options;
  let fence: string | undefined;
  return text
    .split('\n')
    .map(line => {
      const [, mark] = FENCE.exec(line) ?? [];
      if (fence) {
        if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
        return line;
      }
      if (mark) {
        fence = mark;
        return line;
      }
      return mapOutsideSpans(line, change);
    })
    .join('\n');
}

function mapOutsideSpans(
  line: string,
  change: (text: string) => string,
): string {
  const runs = [...line.matchAll(/`+/g)];
  if (runs.length < 2) return change(line);
  /** By length, the runs that are still ahead, the next one last. */
  const ahead = new Map<number, number[]>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const { length } = runs[index][0];
    const same = ahead.get(length);
    if (same) same.push(index);
    else ahead.set(length, [index]);
  }
  let result = '';
  let from = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const { length } = runs[index][0];
    const same = ahead.get(length)!;
    while (same.length > 0 && same.at(-1)! <= index) same.pop();
    const close = same.at(-1);
    if (close !== undefined) {
      const end = runs[close].index + length;
      result += change(line.slice(from, runs[index].index));
      result += line.slice(runs[index].index, end);
      from = end;
      index = close;
    }
  }
  return result + change(line.slice(from));
}
