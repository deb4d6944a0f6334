import { type SearchQuery, valuesOf } from '../parseQuery';

/** Whether the path of a file fits `filename:`, `path:`, `extension:` and the like. https://docs.github.com/search-github/searching-on-github/searching-code */
export function matchesFile(options: {
  path: string;
  query: SearchQuery;
}): boolean {
  const { query } = options;
  const path = options.path.toLowerCase();
  const name = path.split('/').at(-1)!;
  const directory = path.slice(0, -name.length).replace(/\/$/, '');
  return query.qualifiers.every(qualifier => {
    const value = qualifier.value.toLowerCase();
    switch (qualifier.name) {
      case 'filename':
        return name.includes(value) !== qualifier.not;
      case 'extension':
        return name.endsWith(`.${value.replace(/^\./, '')}`) !== qualifier.not;
      case 'path':
        return isUnder({ directory, path, value }) !== qualifier.not;
      default:
        return true;
    }
  });
}

function isUnder(options: {
  directory: string;
  path: string;
  value: string;
}): boolean {
  const { directory, path, value } = options;
  // The root alone.
  if (value === '/') return directory === '';
  const wanted = value.replace(/^\/|\/$/g, '');
  return (
    path === wanted ||
    directory === wanted ||
    directory.startsWith(`${wanted}/`) ||
    directory.split('/').includes(wanted)
  );
}

/** Where words are looked for. */
export function placesOf(query: SearchQuery): { file: boolean; path: boolean } {
  const places = valuesOf({ query, name: 'in' }).flatMap(value =>
    value.split(','),
  );
  return {
    file: places.length === 0 || places.includes('file'),
    path: places.includes('path'),
  };
}
