import type { PortalCredentials } from '@callboard/github-sandbox';

/** What portal and sandbox share: who the portal is, and the bearer of the control API. Kept in the data directory. */
export interface SandboxAccess {
  credentials: PortalCredentials;
  controlToken: string;
}
