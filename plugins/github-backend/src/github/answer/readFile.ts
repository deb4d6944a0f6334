import type { RawObject } from '../graphql/RawRepository';
import type { FileRead } from '../RepositoryRead';

/** Why a text is read again by REST. `link`: it may be that of a symbolic link, which is only a path. */
export type RawReason = 'truncated' | 'binary' | 'link';

/** What the answer has of a file, and what is to be read beside it. */
export type FileAnswer =
  | { file: FileRead; raw?: undefined }
  | {
      file: FileRead;
      raw: { reason: RawReason; oid: string; byteSize: number };
    };

/** Longest path that a symbolic link is taken to have. */
const LONGEST_LINK = 1024;

/**
 * What an answer says of a file. GraphQL gives no text of binary files, cuts long ones, and gives a symbolic link's path for its text, where
 * the REST API, and so stock, follows it. https://docs.github.com/en/graphql/reference/objects#blob
 */
export function readFile(options: {
  object: RawObject | null | undefined;
  /** Why this field may be missing though there is a file; undefined: it cannot. */
  doubt: string | undefined;
}): FileAnswer {
  const { object, doubt } = options;
  if (!object) {
    return {
      file: doubt ? { state: 'unread', reason: doubt } : { state: 'absent' },
    };
  }
  const { __typename, oid, text, isTruncated, byteSize = 0 } = object;
  // A folder, or a submodule: no file of that name.
  if (__typename !== 'Blob' || !oid) return { file: { state: 'absent' } };
  if (doubt) return { file: { state: 'unread', reason: doubt } };
  if (typeof text !== 'string') {
    return unread('binary', `GitHub takes it for a binary file`);
  }
  if (isTruncated) {
    return unread('truncated', `GitHub cut its text off (${byteSize} bytes)`);
  }
  // No database keeps such a text, and no descriptor has one.
  if (text.includes('\0')) {
    return { file: { state: 'unread', reason: 'It is a binary file' } };
  }
  return {
    file: { state: 'present', oid, text },
    ...(isMaybeLink(text) && {
      raw: { reason: 'link' as const, oid, byteSize },
    }),
  };

  function unread(reason: RawReason, words: string): FileAnswer {
    return {
      file: { state: 'unread', reason: words },
      raw: { reason, oid: oid!, byteSize },
    };
  }
}

/** A descriptor has a colon and ends its lines; a path does neither. */
function isMaybeLink(text: string): boolean {
  return (
    text.length > 0 && text.length <= LONGEST_LINK && !/[:\n\r\0]/.test(text)
  );
}
