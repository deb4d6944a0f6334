import { type PictureOutcome, refuse } from './PictureOutcome';
import { MAX_PICTURE_BYTES, readPictureType } from './limits';

/** Decodes a picture that the catalog holds as a `data:` URI. */
export async function readDataUri(uri: string): Promise<PictureOutcome> {
  let response: Response;
  try {
    // The runtime's own decoder; a `data:` URI asks no network.
    response = await fetch(uri);
  } catch {
    return refuse('its data: URI cannot be decoded');
  }
  const contentType = readPictureType(
    response.headers.get('content-type') ?? undefined,
  );
  if (!contentType) {
    return refuse('its type is not PNG, JPEG, GIF, WebP or AVIF');
  }
  const body = Buffer.from(await response.arrayBuffer());
  if (body.length > MAX_PICTURE_BYTES) {
    return refuse('it is larger than 1 MB');
  }
  return { result: 'picture', contentType, body };
}
