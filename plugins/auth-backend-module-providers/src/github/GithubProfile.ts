import type { PassportProfile } from '@backstage/plugin-auth-node';

/** A GitHub account as stock's resolvers expect it. */
export type GithubProfile = PassportProfile & {
  /** GitHub's global id, which the synchronisation notes on users as `github.com/user-id`. */
  nodeId?: string;
  emails?: { value: string; verified?: boolean }[];
};
