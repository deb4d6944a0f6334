import { matchesEntityTag } from './entityTag';

/**
 * Whether a GET says that it already has what would be answered. The time counts only where no tag is named, RFC 9110 section 13.1.3.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
 */
export function isNotModified(options: {
  /** The request's. */
  headers: Headers;
  tag: string;
  /** The answer's Last-Modified, where it has one. */
  lastModified: string | null;
}): boolean {
  const { headers, tag, lastModified } = options;
  const ifNoneMatch = headers.get('if-none-match');
  if (ifNoneMatch !== null) return matchesEntityTag({ ifNoneMatch, tag });
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return lastModified !== null && Date.parse(lastModified) <= since;
}
