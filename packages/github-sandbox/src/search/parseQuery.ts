/** One `name:value` of a search; `not` where it was written with a minus or after NOT. */
export interface Qualifier {
  name: string;
  value: string;
  not: boolean;
}

export interface SearchQuery {
  /** Words and quoted phrases, in lower case. */
  words: string[];
  qualifiers: Qualifier[];
}

const TOKEN = /(-?)(?:([a-z][a-z-]*):)?(?:"([^"]*)"|(\S+))/gi;

/** Reads GitHub's search syntax. https://docs.github.com/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax */
export function parseQuery(text: string): SearchQuery {
  const query: SearchQuery = { words: [], qualifiers: [] };
  let isNegated = false;
  for (const [whole, minus, name, quoted, plain] of text.matchAll(TOKEN)) {
    if (whole === 'NOT') {
      isNegated = true;
      continue;
    }
    const value = quoted ?? plain;
    const not = isNegated || minus === '-';
    isNegated = false;
    if (name) {
      query.qualifiers.push({ name: name.toLowerCase(), value, not });
    } else if (!not && !/^(AND|OR)$/.test(whole)) {
      query.words.push(value.toLowerCase());
    }
  }
  return query;
}

/** The values of a qualifier that are wanted. */
export function valuesOf(options: {
  query: SearchQuery;
  name: string;
}): string[] {
  const { query, name } = options;
  return query.qualifiers
    .filter(qualifier => qualifier.name === name && !qualifier.not)
    .map(({ value }) => value);
}
