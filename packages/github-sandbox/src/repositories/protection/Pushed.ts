/** What a move of a ref brings that was not there before. */
export interface Pushed {
  commits: Array<{
    message: string;
    authorEmail: string;
    committerEmail: string;
    isMerge: boolean;
  }>;
  /** Added or changed, with its size in bytes. */
  files: Array<{ path: string; size: number }>;
}
