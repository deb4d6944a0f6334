import type { PermissionLevel } from './includesLevel';

/** A permission that a credential has not, and how it gets it. */
export interface PermissionLack {
  /** GitHub's key: `vulnerability_alerts`. Of a classic token its scope: `repo`. */
  permission: string;
  /** GitHub's words: `Dependabot alerts`. */
  title: string;
  level: PermissionLevel;
  kind: 'app' | 'fine-grained' | 'classic';
  /** One sentence. */
  words: string;
  /** The page on which it is granted, with what the link says. */
  link?: string;
  linkTitle?: string;
  /** Who can grant it: `an owner of acme`. */
  whom: string;
}

/** A permission of an App or a fine-grained token, by GitHub's key. */
export interface NeededPermission {
  permission: string;
  level: PermissionLevel;
}
