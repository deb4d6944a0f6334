import { generateKeyPairSync } from 'node:crypto';
import type { PortalCredentials } from '@callboard/github-sandbox';

/** An App and an OAuth App, as what GitHub would have given for them. */
export function createCredentials(): PortalCredentials {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    app: {
      id: 4711,
      slug: 'callboard',
      clientId: 'Iv1.callboard',
      clientSecret: 'app-secret',
      privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }) as string,
      webhookSecret: 'hook-secret',
    },
    oauthApp: { clientId: 'Ov1.callboard', clientSecret: 'oauth-secret' },
  };
}
