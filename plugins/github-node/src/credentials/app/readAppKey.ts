import { createPrivateKey, type KeyObject } from 'node:crypto';

export type AppKey =
  | { outcome: 'valid'; key: KeyObject }
  /** `reason` goes on after "The private key ...". */
  | { outcome: 'invalid'; reason: string };

/**
 * Reads the private key of an App: a PEM, PKCS#1 as GitHub gives it or PKCS#8.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps
 */
export function readAppKey(privateKey: string): AppKey {
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(privateKey)) {
    return { outcome: 'invalid', reason: 'is not a PEM' };
  }
  try {
    const key = createPrivateKey(privateKey);
    return key.asymmetricKeyType === 'rsa'
      ? { outcome: 'valid', key }
      : { outcome: 'invalid', reason: 'is not an RSA key' };
  } catch {
    // What the parser says names nothing that helps.
    return { outcome: 'invalid', reason: 'is damaged or has a passphrase' };
  }
}
