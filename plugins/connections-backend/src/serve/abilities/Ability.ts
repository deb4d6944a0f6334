import type { PermissionLevel } from '@callboard/plugin-connections-common';

/** Something that the portal does with a repository or an owner, and what GitHub asks for it. */
export interface Ability {
  /** In words that follow "can": `read files`. */
  ability: string;
  /** Of an App. All of them. */
  permissions: { permission: string; level: PermissionLevel }[];
  /** Of a classic token, and the lesser one that does for a public repository; undefined: none is needed there. */
  scope: string;
  publicScope?: string;
  /** What the account has to be in the repository. */
  role?: 'push' | 'admin';
  /** `repository`: asks for one. `organization`: about the owner, if that is an organisation. `owner`: about any owner. */
  about: 'repository' | 'organization' | 'owner';
  /** Whether it changes something. */
  changes: boolean;
  /** A question that shows whether a token may, where GitHub does not tell its permissions. */
  probe?: string;
}

/** The answer for one of them. */
export interface AbilityAnswer {
  ability: string;
  can: boolean;
  because: string;
  link?: string;
}
