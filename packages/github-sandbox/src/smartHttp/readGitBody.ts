import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The body of a git client, unpacked where it is gzip. */
export function readGitBody(request: Request): Readable {
  if (!request.body) return Readable.from([]);
  const body = Readable.fromWeb(
    request.body as Parameters<typeof Readable.fromWeb>[0],
  );
  if (!/gzip/.test(request.headers.get('content-encoding') ?? '')) return body;
  const unpacked = createGunzip();
  body.once('error', error => unpacked.destroy(error));
  return body.pipe(unpacked);
}
