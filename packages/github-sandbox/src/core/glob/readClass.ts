/** Reads a class such as `[a-z]` that begins at `at`. Undefined: it does not end, or a range in it is the wrong way round. */
export function readClass(options: {
  characters: string[];
  at: number;
}): { accepts: (character: string) => boolean; end: number } | undefined {
  const { characters, at } = options;
  const isNegative = ['!', '^'].includes(characters[at + 1]);
  const start = at + (isNegative ? 2 : 1);
  // A bracket in the first place stands for itself.
  const end = characters.indexOf(']', start + 1);
  if (end < 0) return undefined;
  const ranges: Array<[string, string]> = [];
  for (let place = start; place < end; place += 1) {
    const isRange = characters[place + 1] === '-' && place + 2 < end;
    const [from, to] = [
      characters[place],
      characters[isRange ? place + 2 : place],
    ];
    if (from > to) return undefined;
    ranges.push([from, to]);
    if (isRange) place += 2;
  }
  return {
    accepts: character =>
      character !== '/' &&
      ranges.some(([from, to]) => character >= from && character <= to) !==
        isNegative,
    end,
  };
}
