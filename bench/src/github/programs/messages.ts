import type { PortalCredentials } from '@callboard/github-sandbox';
import type { CompanySize } from '../CompanySize';

/** What a sandbox in a process of its own is to hold; the text of its first argument's file. */
export interface SandboxSettings extends CompanySize {
  port: number;
  /** A folder for the git repositories. */
  directory: string;
  /** Added to every answer. */
  latencyMs: number;
  credentials: PortalCredentials;
  /** Where webhooks go. */
  portalUrl: string;
  /** The bearer of the control API. */
  controlToken: string;
}

/** What the sandbox says to the process that has started it. */
export type SandboxReport =
  /** It answers. */
  | { type: 'ready'; url: string; ownerToken: string }
  /** Every repository is on disk. */
  | { type: 'complete' };
