import { generateKeyPairSync } from 'node:crypto';
import type { PortalCredentials } from '@callboard/github-sandbox';

/** An App for one run, and an OAuth App that nobody uses. */
export function createCredentials(): PortalCredentials {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    app: {
      id: 4711,
      slug: 'portal',
      clientId: 'Iv1.portal',
      clientSecret: 'secret-of-the-app',
      privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }) as string,
      webhookSecret: 'secret-of-the-webhook',
    },
    oauthApp: { clientId: 'Ov1.portal', clientSecret: 'secret-of-nobody' },
  };
}
