/** At most this many letters are wrong in a typing error, and one in four. */
const MOST_STEPS = 3;
const LETTERS_A_STEP = 4;

/** The option that was meant by one that does not exist; undefined where none is near. */
export function nearestKey(options: {
  key: string;
  known: string[];
}): string | undefined {
  const { key, known } = options;
  const written = key.toLowerCase();
  const limit = Math.min(
    MOST_STEPS,
    Math.floor(written.length / LETTERS_A_STEP),
  );
  const [best] = known
    .map(name => ({ name, steps: stepsTo(written, name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  return best && best.steps <= limit ? best.name : undefined;
}

/** How many letters to add, leave out or change. None for a plural. */
function stepsTo(from: string, to: string): number {
  if (`${from}s` === to || from === `${to}s`) return 0;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[to.length];
}
