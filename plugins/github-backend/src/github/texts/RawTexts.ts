import type { Link } from '../graphql/Link';

/** Texts that GraphQL does not give whole, read by REST. */
export interface RawTexts {
  /** By the id of a blob, which never changes; what was read is kept for a while. */
  ofBlob(options: {
    link: Link;
    name: string;
    oid: string;
    /** In bytes. */
    byteSize: number;
  }): Promise<RawText>;
  /** By a path, following a symbolic link. */
  atPath(options: {
    link: Link;
    name: string;
    /** A branch, or `HEAD`. */
    ref: string;
    path: string;
  }): Promise<RawText>;
}

export type RawText =
  | { outcome: 'read'; text: string }
  | { outcome: 'unread'; reason: string };
