import { SignJWT, importPKCS8 } from 'jose';
import { createPrivateKey } from 'node:crypto';
import type { startTestSandbox } from '../../testing/startTestSandbox';

/** A JWT as the App of the test sandbox makes one, or with claims and a key (PKCS#1 PEM) of one's own. */
export async function signJwt(
  running: Awaited<ReturnType<typeof startTestSandbox>>,
  claims: Record<string, unknown> = {},
  privateKey = running.privateKey,
): Promise<string> {
  const now = Math.floor(running.sandbox.clock.now().getTime() / 1000);
  const pkcs8 = createPrivateKey(privateKey).export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;
  return new SignJWT({
    iat: now - 60,
    exp: now + 540,
    iss: String(running.app.id),
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(await importPKCS8(pkcs8, 'RS256'));
}
