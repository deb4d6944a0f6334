import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { SandboxAccess } from './SandboxAccess';

/** Below the numbers that the sandbox gives out itself, so that it can never be taken. */
const APP_ID = 1;

/** New credentials, each random. */
export function createSandboxAccess(): SandboxAccess {
  const secret = () => randomBytes(20).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    credentials: {
      app: {
        id: APP_ID,
        slug: 'callboard',
        clientId: `Iv23li${randomBytes(7).toString('hex')}`,
        clientSecret: secret(),
        privateKey,
        webhookSecret: secret(),
      },
      oauthApp: {
        clientId: `Ov23li${randomBytes(7).toString('hex')}`,
        clientSecret: secret(),
      },
    },
    controlToken: secret(),
  };
}
