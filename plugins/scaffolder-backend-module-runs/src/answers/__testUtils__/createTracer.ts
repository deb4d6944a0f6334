/**
 * What of secrets would be readable in a text: eight characters of one in a row, or as much of it in base64, hexadecimal, percent signs or
 * backwards. Knows nothing of how the mask works.
 */
export function createTracer(options: {
  secrets: string[];
}): (text: string) => string[] {
  const windows = new Map<number, Set<string>>();
  /** By their first two characters, so that most places of a text are passed by. */
  const begins = new Uint8Array(1 << 16);
  for (const { form, length } of options.secrets.flatMap(formsOf)) {
    const known = windows.get(length) ?? new Set();
    windows.set(length, known);
    const folded = form.toLowerCase();
    for (let at = 0; at + length <= folded.length; at++) {
      known.add(folded.slice(at, at + length));
      begins[pairAt(folded, at)] = 1;
    }
  }
  return given => {
    const text = given.toLowerCase();
    const found = new Set<string>();
    for (let at = 0; at + 1 < text.length; at++) {
      if (begins[pairAt(text, at)] === 0) continue;
      for (const [length, known] of windows) {
        const window = text.slice(at, at + length);
        if (known.has(window)) found.add(window);
      }
    }
    return [...found];
  };
}

function formsOf(secret: string) {
  const bytes = Buffer.from(secret);
  return [
    { form: secret, length: 8 },
    { form: [...secret].reverse().join(''), length: 8 },
    { form: encodeURIComponent(secret), length: 10 },
    { form: JSON.stringify(secret).slice(1, -1), length: 10 },
    { form: bytes.toString('hex'), length: 16 },
    ...['', 'x', 'xx'].flatMap(before => {
      const shifted = Buffer.concat([Buffer.from(before), bytes]);
      return (['base64', 'base64url'] as const).map(encoding => ({
        form: shifted.toString(encoding).slice(4, -4),
        length: 12,
      }));
    }),
  ];
}

function pairAt(text: string, at: number) {
  return ((text.charCodeAt(at) & 255) << 8) | (text.charCodeAt(at + 1) & 255);
}
