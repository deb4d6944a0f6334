import type {
  ExpandedUserSchema,
  GroupSchema,
  SimpleProjectSchema,
  UserSchema,
} from '@gitbeaker/core';

/** What is in the GitLab of the tests, in the form of its REST API. */
export interface GitLabData {
  groups: GroupSchema[];
  projects: SimpleProjectSchema[];
  users: UserSchema[];
  /** Usernames by the full path of a group. */
  members: Record<string, string[]>;
  /** The person who signs in. */
  currentUser: ExpandedUserSchema;
}

const created = '2026-01-01T00:00:00.000Z';

export function createGitLabData(url: string): GitLabData {
  const grace = user(url, { id: 7, username: 'grace', name: 'Grace Hopper' });
  const alan = user(url, { id: 8, username: 'alan', name: 'Alan Turing' });
  return {
    groups: [
      group(url, { id: 3, name: 'Acme', fullPath: 'acme', parent: null }),
      group(url, { id: 4, name: 'Core', fullPath: 'acme/core', parent: 3 }),
    ],
    projects: [
      {
        id: 11,
        name: 'Web',
        path: 'web',
        description: null,
        name_with_namespace: 'Acme / Web',
        path_with_namespace: 'acme/web',
        created_at: created,
        default_branch: 'main',
        topics: [],
        ssh_url_to_repo: 'git@localhost:acme/web.git',
        http_url_to_repo: `${url}/acme/web.git`,
        web_url: `${url}/acme/web`,
        readme_url: null,
        forks_count: 0,
        avatar_url: null,
        star_count: 0,
        last_activity_at: created,
        namespace: {
          id: 3,
          name: 'Acme',
          path: 'acme',
          kind: 'group',
          full_path: 'acme',
          parent_id: null,
          avatar_url: null,
          web_url: `${url}/groups/acme`,
        },
      },
    ],
    users: [grace, alan],
    members: { acme: ['grace', 'alan'], 'acme/core': ['grace'] },
    currentUser: {
      ...grace,
      email: 'grace@example.org',
      bot: false,
      is_admin: false,
      last_sign_in_at: created,
      confirmed_at: created,
      last_activity_on: created,
      theme_id: 1,
      color_scheme_id: 1,
      projects_limit: 100,
      current_sign_in_at: created,
      note: null,
      identities: [],
      can_create_group: true,
      can_create_project: true,
      two_factor_enabled: true,
      external: false,
      private_profile: null,
      namespace_id: 7,
      created_by: null,
    },
  };
}

function user(
  url: string,
  { id, username, name }: { id: number; username: string; name: string },
): UserSchema {
  return {
    id,
    username,
    name,
    state: 'active',
    avatar_url: `${url}/uploads/-/system/user/avatar/${id}/avatar.png`,
    web_url: `${url}/${username}`,
    created_at: created,
    locked: false,
    bio: null,
    bot: false,
    location: null,
    public_email: `${username}@example.org`,
    skype: null,
    linkedin: null,
    twitter: null,
    discord: null,
    website_url: null,
    pronouns: null,
    organization: null,
    job_title: null,
    work_information: null,
    followers: 0,
    following: 0,
    local_time: null,
    is_followed: false,
  };
}

function group(
  url: string,
  options: {
    id: number;
    name: string;
    fullPath: string;
    parent: number | null;
  },
): GroupSchema {
  const { id, name, fullPath, parent } = options;
  return {
    id,
    name,
    path: fullPath.split('/').at(-1)!,
    full_name: name,
    full_path: fullPath,
    web_url: `${url}/groups/${fullPath}`,
    avatar_url: null,
    description: '',
    visibility: 'private',
    share_with_group_lock: false,
    require_two_factor_authentication: false,
    two_factor_grace_period: 48,
    project_creation_level: 'developer',
    subgroup_creation_level: 'maintainer',
    lfs_enabled: true,
    default_branch_protection: 2,
    request_access_enabled: true,
    created_at: created,
    // GitLab answers null for a group at the top; the type has forgotten that.
    parent_id: parent as number,
  };
}
