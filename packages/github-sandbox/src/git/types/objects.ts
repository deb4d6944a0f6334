/** The four kinds of object in a git repository. */
export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** The file modes that git writes. */
export type TreeMode = '100644' | '100755' | '040000' | '120000' | '160000';

/** An author, committer or tagger. `offsetMinutes` is the time zone east of UTC (default 0); git keeps whole seconds of `date`. */
export interface Signature {
  name: string;
  email: string;
  date: Date;
  offsetMinutes?: number;
}

/** An object as stored: `data` is without git's header. */
export interface GitObject {
  type: ObjectType;
  data: Buffer;
}

/** A name that was found: `sha` is 40 hexadecimal digits in lower case. */
export interface ResolvedObject {
  sha: string;
  type: ObjectType;
}

/**
 * One entry of a tree. `path` is relative to the tree that was asked for (bytes that are not UTF-8 read as U+FFFD), `size` is in bytes and
 * only there for blobs. A submodule has type `commit` and mode `160000`.
 */
export interface TreeEntry {
  path: string;
  mode: TreeMode;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  size?: number;
}

/**
 * One entry for `writeTree`: an object that exists (`sha`), a new blob (`content`), or a deletion (`sha: null`). `path` may be nested.
 * See https://docs.github.com/en/rest/git/trees#create-a-tree
 */
export type TreeChange =
  | { path: string; mode: TreeMode; sha: string }
  | { path: string; mode: TreeMode; content: string | Buffer }
  | { path: string; mode?: TreeMode; sha: null };

/** A commit. `signature` is the armoured text of `gpgsig`, `payload` the text that it signs; both only for signed commits. */
export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
  signature?: string;
  payload?: string;
}

/** An annotated tag. Old tags may lack a tagger. */
export interface Tag {
  sha: string;
  object: string;
  type: ObjectType;
  tag: string;
  tagger?: Signature;
  message: string;
  signature?: string;
  payload?: string;
}
