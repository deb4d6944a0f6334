import type { GlobDialect, GlobToken } from './GlobToken';
import { readClass } from './readClass';

/** Longer ones are refused: what a pattern costs grows with its length. */
const LONGEST = 1000;

export type ParsedGlob =
  | { outcome: 'parsed'; tokens: GlobToken[] }
  | { outcome: 'invalid'; message: string };

/** Reads a pattern. `*` and `?` stop at a slash, `**` does not. */
export function parseGlob(options: {
  pattern: string;
  dialect: GlobDialect;
}): ParsedGlob {
  const { pattern, dialect } = options;
  const characters = [...pattern];
  if (characters.length > LONGEST) {
    return { outcome: 'invalid', message: 'is too long' };
  }
  const tokens: GlobToken[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const [character, next] = [characters[at], characters[at + 1]];
    if (character === '*' && next === '*') {
      const isFolders = characters[at + 2] === '/';
      tokens.push(isFolders ? { kind: 'folders' } : any(() => true));
      at += isFolders ? 2 : 1;
    } else if (character === '*') {
      tokens.push(any(notSlash));
    } else if (dialect.escapes && character === '\\') {
      if (next === undefined) {
        return { outcome: 'invalid', message: 'ends with a backslash' };
      }
      tokens.push(literal(next));
      at += 1;
    } else if (dialect.classes && character === '[') {
      const read = readClass({ characters, at });
      if (!read && !dialect.looseBrackets) {
        return {
          outcome: 'invalid',
          message: 'has a bracket that begins no class',
        };
      }
      tokens.push(read ? once(read.accepts, true) : literal(character));
      at = read?.end ?? at;
    } else if (dialect.repeats && (character === '?' || character === '+')) {
      const before = tokens.at(-1);
      if (before?.kind === 'one' && before.isWord && before.times === 'once') {
        before.times = character === '?' ? 'optional' : 'many';
      } else {
        tokens.push(literal(character));
      }
    } else {
      tokens.push(character === '?' ? once(notSlash) : literal(character));
    }
  }
  return { outcome: 'parsed', tokens };
}

function notSlash(character: string) {
  return character !== '/';
}

function any(accepts: (character: string) => boolean): GlobToken {
  return { kind: 'one', accepts, times: 'any', isWord: false };
}

function once(
  accepts: (character: string) => boolean,
  isWord = false,
): GlobToken {
  return { kind: 'one', accepts, times: 'once', isWord };
}

function literal(wanted: string): GlobToken {
  return once(character => character === wanted, /[\w)\]]/.test(wanted));
}
