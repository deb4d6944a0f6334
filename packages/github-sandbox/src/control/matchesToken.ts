import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an Authorization header carries the token. Takes the same time whatever is wrong with it. */
export function matchesToken(options: {
  authorization: string | undefined;
  token: string;
}): boolean {
  const { authorization = '', token } = options;
  const given = /^bearer\s+(.+)$/i.exec(authorization)?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
