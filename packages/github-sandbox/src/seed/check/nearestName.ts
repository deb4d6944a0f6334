/** The known name that was probably meant, or undefined when none is near. */
export function nearestName(options: {
  name: string;
  known: readonly string[];
}): string | undefined {
  const { name, known } = options;
  const limit = Math.max(2, Math.floor(name.length / 3));
  const [best] = known
    .filter(candidate => Math.abs(candidate.length - name.length) <= limit)
    .map(candidate => ({
      candidate,
      steps: distance({ a: name.toLowerCase(), b: candidate.toLowerCase() }),
    }))
    .filter(({ steps }) => steps <= limit)
    .sort((x, y) => x.steps - y.steps);
  return best?.candidate;
}

/** How many characters have to be added, removed or changed (Levenshtein). */
function distance(options: { a: string; b: string }): number {
  const { a, b } = options;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, before[j] + 1, row[j - 1] + 1));
    }
    before = row;
  }
  return before[b.length];
}
