import type { components } from '@octokit/openapi-types';

export interface GitHubPerson {
  id: number;
  nodeId: string;
  login: string;
  name: string;
  email: string;
  isSuspended: boolean;
}

/** When somebody was suspended. */
export const SUSPENDED = '2026-02-01T00:00:00Z';

/** The members of the organisation. The first is the one who signs in. */
export const gitHubPeople: GitHubPerson[] = [
  {
    id: 7,
    nodeId: 'U_kgDOAAAABw',
    login: 'grace',
    name: 'Grace Hopper',
    email: 'grace@example.org',
    isSuspended: false,
  },
  {
    id: 8,
    nodeId: 'U_kgDOAAAACA',
    login: 'alan',
    name: 'Alan Turing',
    email: 'alan@example.org',
    isSuspended: true,
  },
];

/** A person as the REST API shows one to others. Only servers of one's own say since when somebody is suspended. */
export function createGitHubUser(
  url: string,
  person: GitHubPerson,
): components['schemas']['public-user'] & { suspended_at: string | null } {
  const { id, nodeId, login, name } = person;
  const api = `${url}/api/v3/users/${login}`;
  return {
    login,
    id,
    node_id: nodeId,
    avatar_url: `${url}/avatars/u/${id}`,
    gravatar_id: '',
    url: api,
    html_url: `${url}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: 'User',
    site_admin: false,
    name,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    suspended_at: person.isSuspended ? SUSPENDED : null,
  };
}
