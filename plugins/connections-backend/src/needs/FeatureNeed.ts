import type { Config } from '@backstage/config';
import type { PermissionLevel } from '@callboard/plugin-connections-common';

/** A part of the portal that uses GitHub, and what it needs there. */
export interface FeatureNeed {
  /** Stable, kebab case: `catalog-discovery`. */
  id: string;
  title: string;
  /** Whether the configuration has it on for a host, and why, in words that name the key. */
  isOn(options: { config: Config; host: string }): {
    on: boolean;
    because: string;
  };
  permissions: PermissionNeed[];
  /** Of a classic token; the least that serves. */
  scopes: string[];
  /** GitHub's names of webhook events that it listens to. */
  events: string[];
  /** Without what it needs it says so by itself, and the portal is well. */
  optional?: boolean;
}

export interface PermissionNeed {
  /** GitHub's key, as in an App manifest: `contents`, `members`. */
  permission: string;
  scope: 'repository' | 'organization' | 'account';
  level: PermissionLevel;
  /** The route, the GraphQL field or the git repository that asks for it: `GET /repos/{owner}/{repo}/contents/{path}`. */
  route: string;
}
