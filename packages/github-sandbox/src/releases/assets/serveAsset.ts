import type { Release } from '../../core/state';
import type { Answer } from '../../http/Route';

/** A file of a release as it is. Counts the download. */
export function serveAsset(options: {
  asset: Release['assets'][number];
}): Answer & { body: Buffer; headers: Record<string, string> } {
  const { asset } = options;
  asset.downloads = (asset.downloads ?? 0) + 1;
  return {
    body: Buffer.from(asset.content, 'base64'),
    headers: {
      'content-type': asset.contentType,
      'content-disposition': `attachment; filename="${encodeURIComponent(
        asset.name,
      )}"`,
      // What people have uploaded is never run as a page of this server.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  };
}
