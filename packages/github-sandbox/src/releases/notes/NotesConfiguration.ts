/** What a repository's `.github/release.yml` says about generated notes. */
export interface NotesConfiguration {
  /** Where it was found; undefined: there is none. */
  path: string | undefined;
  exclude: Filter;
  categories: Array<{ title: string; labels: string[]; exclude: Filter }>;
}

export interface Filter {
  labels: string[];
  authors: string[];
}
