import type { GitHubRequest } from './GitHubRequest';

/** Users, organisations and teams. */
export const peopleRequests: GitHubRequest[] = [
  {
    name: 'knows who asks',
    send: ({ olivia }) => olivia.rest.users.getAuthenticated(),
    check({ data, headers }) {
      expect(data.login).toBe('olivia');
      expect(headers['x-oauth-scopes']).toContain('repo');
    },
  },
  {
    name: 'knows nobody',
    send: ({ nobody }) => nobody.rest.users.getAuthenticated(),
    status: 401,
  },
  {
    name: 'takes an installation for no person',
    send: ({ installation }) => installation.rest.users.getAuthenticated(),
    status: 403,
    check: ({ data }) =>
      expect(data.message).toBe('Resource not accessible by integration'),
  },
  {
    name: 'reads a person',
    send: ({ nobody }) => nobody.rest.users.getByUsername({ username: 'mel' }),
    check: ({ data }) => expect(data.type).toBe('User'),
  },
  {
    name: 'reads the bot of an App',
    send: ({ nobody }) =>
      nobody.rest.users.getByUsername({ username: 'portal[bot]' }),
    check: ({ data }) => expect(data.type).toBe('Bot'),
  },
  {
    name: 'says that a person is missing',
    send: ({ nobody }) => nobody.rest.users.getByUsername({ username: 'who' }),
    status: 404,
  },
  {
    name: 'reads an organisation',
    send: ({ nobody }) => nobody.rest.orgs.get({ org: 'acme' }),
    check: ({ data }) => expect(data.login).toBe('acme'),
  },
  {
    name: 'lists the organisations of who asks',
    send: ({ mel }) => mel.rest.orgs.listForAuthenticatedUser(),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'lists the public organisations of a person',
    send: ({ nobody }) => nobody.rest.orgs.listForUser({ username: 'mel' }),
    check: ({ data }) => expect(data[0].login).toBe('acme'),
  },
  {
    name: 'lists members',
    send: ({ olivia }) => olivia.rest.orgs.listMembers({ org: 'acme' }),
    check: ({ data }) =>
      expect(data.map((member: any) => member.login).sort()).toEqual([
        'mel',
        'olivia',
      ]),
  },
  {
    name: 'lists owners',
    send: ({ olivia }) =>
      olivia.rest.orgs.listMembers({ org: 'acme', role: 'admin' }),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'tells whether somebody is a member',
    send: ({ olivia }) =>
      olivia.rest.orgs.checkMembershipForUser({ org: 'acme', username: 'mel' }),
    status: 204,
  },
  {
    name: 'tells that somebody is none',
    send: ({ olivia }) =>
      olivia.rest.orgs.checkMembershipForUser({
        org: 'acme',
        username: 'oscar',
      }),
    status: 404,
  },
  {
    name: 'reads a membership',
    send: ({ olivia }) =>
      olivia.rest.orgs.getMembershipForUser({ org: 'acme', username: 'mel' }),
    check: ({ data }) => expect(data.role).toBe('member'),
  },
  {
    name: 'lists the repositories of an organisation as nobody sees them',
    send: ({ nobody }) => nobody.rest.repos.listForOrg({ org: 'acme' }),
    check: ({ data }) =>
      expect(data.map((entry: any) => entry.name)).not.toContain('vault'),
  },
  {
    name: 'lists the repositories of an organisation as a member sees them',
    send: ({ olivia }) =>
      olivia.rest.repos.listForOrg({ org: 'acme', sort: 'full_name' }),
    check: ({ data }) =>
      expect(data.map((entry: any) => entry.name)).toContain('vault'),
  },
  {
    name: 'lists the repositories of who asks',
    send: ({ mel }) => mel.rest.repos.listForAuthenticatedUser(),
  },
  {
    name: 'lists teams',
    send: ({ olivia }) => olivia.rest.teams.list({ org: 'acme' }),
    check: ({ data }) => expect(data[0].slug).toBe('web'),
  },
  {
    name: 'hides teams from outsiders',
    send: ({ oscar }) => oscar.rest.teams.list({ org: 'acme' }),
    status: 403,
  },
  {
    name: 'reads a team',
    send: ({ olivia }) =>
      olivia.rest.teams.getByName({ org: 'acme', team_slug: 'web' }),
    check: ({ data }) => expect(data.members_count).toBe(1),
  },
  {
    name: 'creates a team',
    send: ({ olivia }) =>
      olivia.rest.teams.create({
        org: 'acme',
        name: 'Back End',
        privacy: 'closed',
      }),
    status: 201,
    check: ({ data }) => expect(data.slug).toBe('back-end'),
  },
  {
    name: 'lets only owners and members create teams',
    send: ({ oscar }) => oscar.rest.teams.create({ org: 'acme', name: 'x' }),
    status: 403,
  },
  {
    name: 'puts a person into a team, without a body',
    send: ({ olivia }) =>
      olivia.rest.teams.addOrUpdateMembershipForUserInOrg({
        org: 'acme',
        team_slug: 'back-end',
        username: 'mel',
      }),
    check: ({ data }) => expect(data.state).toBe('active'),
  },
  {
    name: 'lists the members of a team',
    send: ({ olivia }) =>
      olivia.rest.teams.listMembersInOrg({
        org: 'acme',
        team_slug: 'back-end',
      }),
    check: ({ data }) => expect(data[0].login).toBe('mel'),
  },
  {
    name: 'gives a team a repository, without a body',
    send: ({ olivia }) =>
      olivia.rest.teams.addOrUpdateRepoPermissionsInOrg({
        org: 'acme',
        team_slug: 'back-end',
        owner: 'acme',
        repo: 'vault',
        permission: 'pull',
      }),
    status: 204,
  },
  {
    name: 'lists the repositories of a team',
    send: ({ olivia }) =>
      olivia.rest.teams.listReposInOrg({ org: 'acme', team_slug: 'back-end' }),
    check: ({ data }) => expect(data[0].name).toBe('vault'),
  },
  {
    name: 'lists the teams of a repository',
    send: ({ olivia }) =>
      olivia.rest.repos.listTeams({ owner: 'acme', repo: 'shop' }),
    check: ({ data }) => expect(data[0].slug).toBe('web'),
  },
  {
    name: 'deletes a team',
    send: ({ olivia }) =>
      olivia.rest.teams.deleteInOrg({ org: 'acme', team_slug: 'back-end' }),
    status: 204,
  },
  {
    name: 'searches users',
    send: ({ olivia }) => olivia.rest.search.users({ q: 'mel' }),
    check: ({ data }) => expect(data.total_count).toBe(1),
  },
];
