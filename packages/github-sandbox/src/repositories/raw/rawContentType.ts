const IMAGES: Record<string, string> = {
  gif: 'image/gif',
  ico: 'image/vnd.microsoft.icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The content type of a raw file: pictures are pictures, and everything else is text or bytes, so that no browser runs it. */
export function rawContentType(options: {
  path: string;
  data: Buffer;
}): string {
  const { path, data } = options;
  const image = IMAGES[path.split('.').at(-1)!.toLowerCase()];
  if (image) return image;
  return data.subarray(0, 8000).includes(0)
    ? 'application/octet-stream'
    : 'text/plain; charset=utf-8';
}
