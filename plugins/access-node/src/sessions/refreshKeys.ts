import { hkdfSync } from 'node:crypto';

/** What is made of a refresh token: a name under which to look, and a key. Neither can be told from the other, nor the token from either. */
export function refreshKeys(options: {
  refreshToken: string;
  /** What else has to be the same. */
  about: string[];
}): { lookup: string; seal: Buffer } {
  const derive = (purpose: string) =>
    Buffer.from(
      hkdfSync(
        'sha256',
        options.refreshToken,
        JSON.stringify(options.about),
        `callboard refresh ${purpose}`,
        32,
      ),
    );
  return { lookup: derive('lookup').toString('hex'), seal: derive('seal') };
}
