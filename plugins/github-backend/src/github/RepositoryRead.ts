/** What GitHub says of a repository at one moment. Times are ISO 8601. */
export interface RepositoryRead {
  /** GraphQL's node id; it survives renames and transfers. */
  id: string;
  databaseId: number;
  owner: string;
  name: string;
  /** `https://github.com/acme/shop`, as GitHub gives it. */
  url: string;
  description?: string;
  visibility: 'public' | 'private' | 'internal';
  isFork: boolean;
  isArchived: boolean;
  isEmpty: boolean;
  topics: string[];
  /** In lower case; only where `hints` are asked for. */
  language?: string;
  homepage?: string;
  hasWiki: boolean;
  pushedAt?: string;
  updatedAt: string;
  /** Undefined in an empty repository. */
  defaultBranch?: string;
  head?: { oid: string; committedAt: string };
  /** By what was asked: `HEAD:catalog-info.yaml`, `main:docs/catalog-info.yaml`. */
  files: Record<string, FileRead>;
  /** Only where inference is on. */
  hints?: {
    hasDocs: boolean;
    hasMkdocs: boolean;
    codeowners?: { path: string; text: string };
    /** The path of the README; null where there is none, undefined where it was not asked for. */
    readme?: string | null;
  };
}

export type FileRead =
  | { state: 'present'; oid: string; text: string }
  | { state: 'absent' }
  /** There is something, but its text did not come: too large, binary, a part of the answer is missing. Says nothing of absence. */
  | { state: 'unread'; reason: string };
