import { Readable } from 'node:stream';
import {
  Comparison,
  FileDiff,
  MergeOutcome,
  RebaseOutcome,
  RefusePush,
  SquashOutcome,
} from './changes';
import {
  Commit,
  GitObject,
  ObjectType,
  ResolvedObject,
  Signature,
  Tag,
  TreeChange,
  TreeEntry,
} from './objects';
import {
  CreateRefOutcome,
  DeleteRefOutcome,
  ReadRef,
  Ref,
  RefChange,
  UpdateRefOutcome,
} from './refs';

/** The two services of git's smart HTTP protocol. */
export type GitService = 'git-upload-pack' | 'git-receive-pack';

/**
 * One bare repository. A `sha` is 40 hexadecimal digits. Reading something that is not there gives `undefined`. An *expression* is a branch,
 * a tag, `heads/x`, `tags/x`, `refs/...`, a full or abbreviated SHA, `HEAD`, any of these with `~1` or `^2`, or `expression:path`; a branch
 * wins over a tag of the same name.
 */
export interface GitRepository {
  readonly id: string;
  readonly directory: string;

  /** The repository's mutex for REST writes and pushes. Calls inside of `work` run at once (it may be nested). */
  exclusively<T>(work: () => Promise<T>): Promise<T>;

  readObject(options: { sha: string }): Promise<GitObject | undefined>;
  /** Writes the object unless it is there; answers its SHA. */
  writeObject(options: { type: ObjectType; data: Buffer }): Promise<string>;
  readBlob(options: { sha: string }): Promise<Buffer | undefined>;
  /** The entries of a tree (or of the tree of a commit or tag), in git's order; `recursive` gives subtrees and what is in them. */
  readTree(options: {
    sha: string;
    recursive?: boolean;
  }): Promise<TreeEntry[] | undefined>;
  /** Writes a tree, on top of `base` (a tree or commit) if given. Throws `TreeChangeError`. See https://docs.github.com/en/rest/git/trees#create-a-tree */
  writeTree(options: { entries: TreeChange[]; base?: string }): Promise<string>;
  readCommit(options: { sha: string }): Promise<Commit | undefined>;
  /** Writes a commit; `signature` is an armoured signature of the commit without it. `message` is kept as it is. */
  writeCommit(options: {
    tree: string;
    parents: string[];
    author: Signature;
    committer: Signature;
    message: string;
    signature?: string;
  }): Promise<string>;
  readTag(options: { sha: string }): Promise<Tag | undefined>;
  /** Writes an annotated tag object; the ref is made by `createRef`. */
  writeTag(options: {
    object: string;
    type: ObjectType;
    tag: string;
    tagger: Signature;
    message: string;
  }): Promise<string>;

  /** Finds an object by an expression; with `type` it is peeled to that type (tag to commit, commit to tree). */
  resolve(options: {
    expression: string;
    type?: ObjectType;
  }): Promise<ResolvedObject | undefined>;
  /** What is at `path` in the tree of an expression; `''` is the root tree. */
  entryAt(options: {
    commit: string;
    path: string;
  }): Promise<TreeEntry | undefined>;

  /** The default branch, which need not exist yet. */
  head(): { branch: string };
  setHead(options: { branch: string }): Promise<void>;
  /** All refs, or those whose full name starts with `prefix` (`refs/heads/`), sorted by name. */
  listRefs(options?: { prefix?: string }): Promise<Ref[]>;
  /** `ref` is a full name, `refs/heads/main`. */
  readRef(options: { ref: string }): Promise<ReadRef | undefined>;
  createRef(options: { ref: string; sha: string }): Promise<CreateRefOutcome>;
  updateRef(options: {
    ref: string;
    sha: string;
    force?: boolean;
  }): Promise<UpdateRefOutcome>;
  deleteRef(options: { ref: string }): Promise<DeleteRefOutcome>;

  /** Commits reachable from an expression, newest first as in `git log`; `since` and `until` are committer dates (inclusive), `author` is part of the name or email. */
  history(options: {
    from: string;
    path?: string;
    since?: Date;
    until?: Date;
    author?: string;
    skip?: number;
    limit?: number;
  }): Promise<Commit[]>;
  /** The number of commits reachable from an expression; 0 if there is no such commit. */
  countHistory(options: { from: string }): Promise<number>;
  /** Whether the commit `ancestor` is `of` or in its history. */
  isAncestor(options: { ancestor: string; of: string }): Promise<boolean>;
  mergeBase(options: { a: string; b: string }): Promise<string | undefined>;
  /** Compares two expressions; undefined if one is missing or they have no commit in common. */
  compare(options: {
    base: string;
    head: string;
  }): Promise<Comparison | undefined>;
  /** The changed files between two commits or trees; `from` undefined is the empty tree. Both must exist. */
  diff(options: { from: string | undefined; to: string }): Promise<FileDiff[]>;
  /** The whole diff as text, as GitHub's `.diff`. */
  patchText(options: { from: string | undefined; to: string }): Promise<string>;
  /** The commits `from..to` as mails, as GitHub's `.patch`; `from` undefined is the one commit `to`. */
  formatPatch(options: {
    from: string | undefined;
    to: string;
  }): Promise<string>;

  /** Merges two commits in memory; the caller writes the commit. */
  merge(options: { base: string; head: string }): Promise<MergeOutcome>;
  /** Copies the commits `from..head` (without merges) on top of `onto`; ones whose change is there already are left out. */
  rebase(options: {
    onto: string;
    from: string;
    head: string;
    committer: Signature;
  }): Promise<RebaseOutcome>;
  /** Merges `head` into `base` as one commit with the one parent `base`. */
  squash(options: {
    base: string;
    head: string;
    message: string;
    author: Signature;
    committer: Signature;
  }): Promise<SquashOutcome>;
  /** Copies a commit and all it needs from another repository (a fork's branch for a pull request); false if it is not there. */
  importFrom(options: {
    repository: GitRepository;
    sha: string;
  }): Promise<boolean>;

  /** The files of an expression under the folder `prefix` (`name-sha/`). An unknown expression destroys the stream with an error. */
  archive(options: {
    ref: string;
    format: 'tar.gz' | 'zip';
    prefix: string;
  }): Readable;

  /** The answer to `GET info/refs?service=`, with its service header. `protocol` is the value of the header Git-Protocol. */
  advertise(options: { service: GitService; protocol?: string }): Readable;
  /** The answer to `POST git-upload-pack`. `body` is already unpacked from gzip. */
  uploadPack(options: { body: Readable; protocol?: string }): Readable;
  /**
   * The answer to `POST git-receive-pack`. Waits for the mutex and holds it until git is done. `refuse` is asked before any ref moves, when
   * the pushed objects are there; a refusal (or a bare reason) rejects the whole push. `changes` are the refs that moved, and settles
   * before `output` ends; it rejects if the body breaks off.
   */
  receivePack(options: {
    body: Readable;
    protocol?: string;
    refuse?: RefusePush;
  }): { output: Readable; changes: Promise<RefChange[]> };
}
