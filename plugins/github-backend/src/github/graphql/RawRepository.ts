/** What `repositoryFields` asks for, as GitHub answers it. */
export interface RawRepository {
  id: string;
  databaseId: number | null;
  name: string;
  owner: { login: string };
  url: string;
  description: string | null;
  visibility: 'PUBLIC' | 'PRIVATE' | 'INTERNAL';
  isFork: boolean;
  isArchived: boolean;
  isEmpty: boolean;
  homepageUrl: string | null;
  hasWikiEnabled: boolean;
  pushedAt: string | null;
  updatedAt: string;
  primaryLanguage?: { name: string } | null;
  repositoryTopics: { nodes: ({ topic: { name: string } } | null)[] | null };
  defaultBranchRef: {
    name: string;
    target: { oid: string; committedDate?: string } | null;
  } | null;
  /** Files and hints by alias; see `fileAlias` and `HINTS`. */
  [alias: string]: unknown;
}

/** What stands at a path of a commit; null: nothing. */
export interface RawObject {
  __typename: string;
  /** The rest only for a `Blob`. */
  oid?: string;
  text?: string | null;
  isTruncated?: boolean;
  isBinary?: boolean | null;
  byteSize?: number;
}

export interface RawConnection {
  totalCount?: number | null;
  pageInfo?: { hasNextPage: boolean; endCursor: string | null } | null;
  edges?: ({ cursor: string; node: RawRepository | null } | null)[] | null;
}
