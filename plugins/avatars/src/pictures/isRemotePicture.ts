/**
 * Whether a browser would have to leave the portal's origin to load a picture. Pictures of the portal itself and
 * `data:` URIs are none of that; what is no URL at all, or has a scheme that no picture has, counts as remote.
 */
export function isRemotePicture(options: {
  picture: string;
  origin: string;
}): boolean {
  const { picture, origin } = options;
  if (!URL.canParse(picture, origin)) {
    return true;
  }
  const url = new URL(picture, origin);
  return url.protocol !== 'data:' && url.origin !== origin;
}
