/** A picture of an allowed type, whole. */
export interface FetchedPicture {
  result: 'picture';
  contentType: string;
  body: Buffer;
}

/** Why there is no picture, in words that complete "no picture: ...". */
export interface RefusedPicture {
  result: 'refused';
  /** `address` is an attempt to reach an address that is not public; `content` covers everything else. */
  cause: 'address' | 'content';
  message: string;
}

export type PictureOutcome = FetchedPicture | RefusedPicture;

/** A refusal for a reason other than the address. */
export function refuse(message: string): RefusedPicture {
  return { result: 'refused', cause: 'content', message };
}
