/** What GitHub works out of the content of the default branch, some time after a push. */
export interface RepositoryFacts {
  /** The commit that the facts are about. */
  sha: string;
  /** Bytes by language, largest first. */
  languages: Record<string, number>;
  /** Of all files of the branch, in KB. */
  sizeKb: number;
  /** The key of the licence that the file LICENSE contains, as `mit`. */
  licenceKey: string | null;
}
