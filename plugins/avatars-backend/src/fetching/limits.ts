export const MAX_PICTURE_BYTES = 1024 * 1024;
export const FETCH_TIMEOUT_MS = 5_000;
export const MAX_REDIRECTS = 3;

// Not SVG: it is a document that can carry scripts.
const PICTURE_TYPES: ReadonlySet<string> = new Set([
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
]);

/** The allowed type in a `content-type` header, without its parameters; undefined for any other type. */
export function readPictureType(
  contentType: string | undefined,
): string | undefined {
  const type = contentType?.split(';')[0].trim().toLowerCase();
  return type && PICTURE_TYPES.has(type) ? type : undefined;
}

/** The `accept` header that asks for those types. */
export const ACCEPT_PICTURES = [...PICTURE_TYPES].join(', ');
