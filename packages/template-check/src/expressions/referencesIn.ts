/** A name that an expression looks up: `parameters.name` or `steps['fetch']`. */
export type Reference = { root: 'parameters' | 'steps'; name: string };

const TAGS = /\$\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g;
const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const LOOKUPS =
  /(?<![\w.$'"\]])(parameters|steps)\s*(?:\.\s*([A-Za-z_$][\w$]*)|\[\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\])/g;

/**
 * The parameters and steps that the expressions in a text look up by a name that stands in it. Names that are put together
 * at run time are not found.
 */
export function referencesIn(text: string): Reference[] {
  const found: Reference[] = [];
  for (const [, value, block] of text.matchAll(TAGS)) {
    const code = value ?? block ?? '';
    const quoted = [...code.matchAll(STRINGS)].map(match => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    for (const match of code.matchAll(LOOKUPS)) {
      const isQuoted = quoted.some(
        ({ from, to }) => match.index > from && match.index < to,
      );
      if (!isQuoted) {
        found.push({
          root: match[1] as Reference['root'],
          name: match[2] ?? match[3] ?? match[4],
        });
      }
    }
  }
  return found;
}
