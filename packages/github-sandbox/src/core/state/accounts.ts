import type { RunnerDeclarations } from './actions';
import type { Row } from '../Table';

/** A person, or the bot of an App (`type: 'Bot'`, login `slug[bot]`). Times are ISO texts without milliseconds, here and in all records. */
export interface User extends Row {
  kind: 'user';
  type: 'User' | 'Bot';
  login: string;
  name: string | null;
  email: string | null;
  bio: string | null;
  company: string | null;
  location: string | null;
  blog: string | null;
  siteAdmin: boolean;
  twoFactor: boolean;
  createdAt: string;
  updatedAt: string;
  suspendedAt: string | null;
  followers: number;
  following: number;
  /** The numbers of the repositories with a star of this person. */
  starred: number[];
  twitterUsername?: string | null;
  hireable?: boolean | null;
}

export interface OrganisationMember {
  userId: number;
  role: 'admin' | 'member';
  state: 'active' | 'pending';
  /** Whether others see the membership. */
  public: boolean;
}

export interface Organisation extends Row {
  kind: 'organisation';
  type: 'Organization';
  login: string;
  name: string | null;
  description: string | null;
  email: string | null;
  blog: string | null;
  location: string | null;
  createdAt: string;
  updatedAt: string;
  /** Tokens of persons need an authorisation of their own (`Token.ssoAuthorised`) to see anything of it. */
  samlEnforced: boolean;
  defaultRepositoryPermission: RepositoryPermission | 'none';
  membersCanCreateRepositories: boolean;
  members: OrganisationMember[];
  blockedUserIds: number[];
  /** Actions secrets and variables of the organisation. Values of secrets are kept, since workflows use them, and never shown. */
  secrets: StoredSecret[];
  variables: StoredVariable[];
  dependabotSecrets?: StoredSecret[];
  /** Settings beside those above, in GitHub's own JSON: `company`, `members_can_create_teams`. */
  settings?: Record<string, unknown>;
  /** The custom properties that repositories may have, in GitHub's own JSON. */
  propertyDefinitions?: Array<
    { property_name: string; value_type: string } & Record<string, unknown>
  >;
  rulesets?: Array<{ id: number } & Record<string, unknown>>;
  /** What workflows of its repositories may do, in GitHub's own JSON. */
  actionsPermissions?: Record<string, unknown>;
  /** What the runners of its repositories have. */
  runner?: RunnerDeclarations;
  oidcSubject?: { includeClaimKeys: string[] };
  /** Of a GitHub Enterprise Server. */
  preReceiveHooks?: Array<{
    id: number;
    name: string;
    enforcement: 'enabled' | 'disabled' | 'testing';
    allow_downstream_configuration: boolean;
  }>;
}

export type Account = User | Organisation;

export type RepositoryPermission =
  | 'pull'
  | 'triage'
  | 'push'
  | 'maintain'
  | 'admin';

export interface TeamMember {
  userId: number;
  role: 'member' | 'maintainer';
  state: 'active' | 'pending';
}

export interface Team extends Row {
  organisationId: number;
  slug: string;
  name: string;
  description: string | null;
  privacy: 'closed' | 'secret';
  notificationSetting?: 'notifications_enabled' | 'notifications_disabled';
  /** What the team gets on a repository where nothing is said; left out: `pull`. */
  permission?: 'pull' | 'push' | 'admin';
  parentId: number | null;
  createdAt: string;
  updatedAt: string;
  members: TeamMember[];
  repositories: Array<{
    repositoryId: number;
    permission: RepositoryPermission;
  }>;
}

export interface StoredSecret {
  name: string;
  value: string;
  createdAt: string;
  updatedAt: string;
  visibility?: 'all' | 'private' | 'selected';
  selectedRepositoryIds?: number[];
}

export interface StoredVariable {
  name: string;
  value: string;
  createdAt: string;
  updatedAt: string;
  visibility?: 'all' | 'private' | 'selected';
  selectedRepositoryIds?: number[];
}
