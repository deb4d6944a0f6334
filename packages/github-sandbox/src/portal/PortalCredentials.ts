/** How one portal is known to the sandbox. The portal's launcher makes these once and keeps them. */
export interface PortalCredentials {
  app: {
    id: number;
    slug: string;
    clientId: string;
    clientSecret: string;
    /** PKCS#1 PEM. */
    privateKey: string;
    webhookSecret: string;
  };
  oauthApp: { clientId: string; clientSecret: string };
}
