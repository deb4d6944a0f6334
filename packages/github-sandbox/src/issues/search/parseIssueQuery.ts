/** One qualifier: `is:open`, `-label:"needs triage"`. */
export interface Qualifier {
  name: string;
  value: string;
  negated: boolean;
}

export interface IssueQuery {
  qualifiers: Qualifier[];
  /** Words and quoted phrases, in small letters. */
  words: string[];
}

const TOKEN = /(-)?(?:([a-z-]+):)?(?:"((?:[^"\\]|\\.)*)"|(\S+))/gi;

/** Reads a search for issues. https://docs.github.com/search-github/searching-on-github/searching-issues-and-pull-requests */
export function parseIssueQuery(text: string): IssueQuery {
  const qualifiers: Qualifier[] = [];
  const words: string[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [, minus, name, quoted, plain] = match;
    const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    if (name) {
      qualifiers.push({
        name: name.toLowerCase(),
        value,
        negated: minus === '-',
      });
    } else {
      words.push(value.toLowerCase());
    }
  }
  return { qualifiers, words };
}
