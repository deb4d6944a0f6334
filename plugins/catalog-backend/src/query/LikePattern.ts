/** What a database takes `\` for in a LIKE without ESCAPE: PostgreSQL as an escape, SQLite as itself. */
export type SqlDialect = 'postgres' | 'sqlite';

/** Stands for `_`, which matches any one code point. */
const ANY_ONE = -1;

/** SQL's `LIKE '%term%'`: `%` in the term matches any text, `_` any one code point. Values and term are in lower case. */
export class LikePattern {
  /** What must come one after the other, with anything between. Code points. */
  private readonly pieces: number[][] = [[]];
  /** Whether the last piece must be at the very end. */
  private anchoredAtEnd = false;
  /** Set when the pattern is a plain substring. */
  readonly substring: string | undefined;
  /** The longest text that every match contains; empty when there is none. */
  readonly probe: string;

  constructor(options: { term: string; dialect: SqlDialect }) {
    this.parse(options);
    this.pieces = this.pieces.filter(piece => piece.length > 0);
    const literals = this.pieces.flatMap(literalsOf);
    this.probe = literals.reduce(
      (best, literal) => (literal.length > best.length ? literal : best),
      '',
    );
    if (
      !this.anchoredAtEnd &&
      this.pieces.length === 1 &&
      !this.pieces[0].includes(ANY_ONE)
    )
      this.substring = this.probe;
  }

  matches(value: string): boolean {
    if (this.substring !== undefined) return value.includes(this.substring);
    let at = 0;
    const last = this.pieces.length - 1;
    for (let i = 0; i <= last; i++) {
      // The earliest place is the best one, since anything may follow; but the end is where it is.
      const end =
        i === last && this.anchoredAtEnd
          ? endsWithPiece(value, this.pieces[i], at)
          : findPiece(value, this.pieces[i], at);
      if (end === -1) return false;
      at = end;
    }
    return true;
  }

  private parse(options: { term: string; dialect: SqlDialect }): void {
    const pattern = Array.from(`${options.term}%`);
    for (let i = 0; i < pattern.length; i++) {
      const current = this.pieces[this.pieces.length - 1];
      const isEscape = pattern[i] === '\\' && options.dialect === 'postgres';
      if (isEscape) {
        i++;
        current.push(pattern[i].codePointAt(0)!);
        // Even the % at the end, when the term ends with a backslash.
        this.anchoredAtEnd = i === pattern.length - 1;
      } else if (pattern[i] === '%') {
        this.pieces.push([]);
      } else {
        current.push(pattern[i] === '_' ? ANY_ONE : pattern[i].codePointAt(0)!);
      }
    }
  }
}

/** What stands between the wildcards of a piece. */
function literalsOf(piece: number[]): string[] {
  const literals = [''];
  for (const point of piece) {
    if (point === ANY_ONE) literals.push('');
    else literals[literals.length - 1] += String.fromCodePoint(point);
  }
  return literals;
}

/** Where the piece ends when it is at `at`, else -1. */
function matchPiece(value: string, piece: number[], at: number): number {
  let end = at;
  for (const wanted of piece) {
    const point = value.codePointAt(end);
    if (point === undefined || (wanted !== ANY_ONE && wanted !== point))
      return -1;
    end += point > 0xffff ? 2 : 1;
  }
  return end;
}

/** Where the first occurrence of the piece from `from` on ends, else -1. */
function findPiece(value: string, piece: number[], from: number): number {
  for (let at = from; at < value.length; at += codeUnits(value, at)) {
    const end = matchPiece(value, piece, at);
    if (end !== -1) return end;
  }
  return -1;
}

function endsWithPiece(value: string, piece: number[], from: number): number {
  for (let at = from; at < value.length; at += codeUnits(value, at))
    if (matchPiece(value, piece, at) === value.length) return value.length;
  return -1;
}

function codeUnits(value: string, at: number): number {
  return value.codePointAt(at)! > 0xffff ? 2 : 1;
}
