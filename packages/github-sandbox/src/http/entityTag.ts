import { createHash } from 'node:crypto';

/** A weak ETag over what the viewer gets, as GitHub sends it: other viewers may get other bodies, and so other tags. */
export function entityTag(body: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('hex')}"`;
}

/** Whether an If-None-Match header names the tag. Weak comparison, RFC 9110 section 13.1.2. */
export function matchesEntityTag(options: {
  ifNoneMatch: string | null;
  tag: string;
}): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return (options.ifNoneMatch ?? '')
    .split(',')
    .some(tag => tag.trim() === '*' || plain(tag) === plain(options.tag));
}
