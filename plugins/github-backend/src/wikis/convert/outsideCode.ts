const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/** Changes the parts of a Markdown text that are neither fenced code nor code spans. */
export function outsideCode(
  text: string,
  change: (part: string) => string,
): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let prose: string[] = [];
  let fence: string | undefined;
  const flush = () => {
    if (prose.length > 0) result.push(outsideSpans(prose.join('\n'), change));
    prose = [];
  };
  for (const line of lines) {
    const mark = markIn(line);
    if (fence) {
      result.push(line);
      const isEnd =
        mark?.startsWith(fence) &&
        line.slice(line.indexOf(mark) + mark.length).trim() === '';
      if (isEnd) fence = undefined;
    } else if (mark) {
      flush();
      fence = mark;
      result.push(line);
    } else if (line.trim() === '') {
      // A code span ends with its paragraph.
      flush();
      result.push(line);
    } else {
      prose.push(line);
    }
  }
  flush();
  return result.join('\n');
}

/** What opens or closes fenced code. A line of code between three backticks is a code span. */
function markIn(line: string): string | undefined {
  const mark = FENCE.exec(line)?.[1];
  const isSpan =
    mark?.startsWith('`') &&
    line.slice(line.indexOf(mark) + mark.length).includes('`');
  return isSpan ? undefined : mark;
}

/** A code span ends at the next run of as many backticks; without one they are just backticks. */
function outsideSpans(text: string, change: (part: string) => string): string {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: run, index }) => ({
    ...{ length: run.length, index },
  }));
  const later = new Map<number, number[]>();
  // From the last on, so that the next one is always at the end.
  for (const { length, index } of [...runs].reverse()) {
    const same = later.get(length);
    if (same) same.push(index);
    else later.set(length, [index]);
  }
  let result = '';
  let at = 0;
  let from = 0;
  for (const { length, index } of runs) {
    const same = later.get(length)!;
    while (same.length > 0 && same[same.length - 1] <= index) same.pop();
    if (index < from) continue;
    const end = same[same.length - 1];
    if (end === undefined) continue;
    result += change(text.slice(at, index)) + text.slice(index, end + length);
    at = end + length;
    from = at;
  }
  return result + change(text.slice(at));
}
