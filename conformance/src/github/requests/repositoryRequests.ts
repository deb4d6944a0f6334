import type { GitHubRequest } from './GitHubRequest';

const made = { owner: 'acme', repo: 'made' };

/** Making a repository and setting it up, as templates do. */
export const repositoryRequests: GitHubRequest[] = [
  {
    name: 'creates a repository in an organisation',
    send: ({ installation }) =>
      installation.rest.repos.createInOrg({
        org: 'acme',
        name: 'made',
        description: 'Made by a template',
        private: true,
        auto_init: true,
      }),
    status: 201,
    check({ data }) {
      expect(data.clone_url).toMatch(/acme\/made\.git$/);
      expect(data.default_branch).toBe('main');
    },
  },
  {
    name: 'creates none of the same name',
    send: ({ olivia }) =>
      olivia.rest.repos.createInOrg({ org: 'acme', name: 'made' }),
    status: 422,
    check: ({ data }) =>
      expect(JSON.stringify(data.errors)).toContain(
        'name already exists on this account',
      ),
  },
  {
    name: 'creates a repository of a person',
    send: ({ mel }) =>
      mel.rest.repos.createForAuthenticatedUser({
        name: 'own',
        auto_init: true,
      }),
    status: 201,
  },
  {
    name: 'changes a repository',
    send: ({ olivia }) =>
      olivia.rest.repos.update({
        ...made,
        description: 'Changed',
        has_wiki: false,
        delete_branch_on_merge: true,
      }),
    check: ({ data }) => expect(data.delete_branch_on_merge).toBe(true),
  },
  {
    name: 'lets a member without the role change nothing',
    send: ({ mel }) =>
      mel.rest.repos.update({ owner: 'acme', repo: 'shop', description: 'x' }),
    status: 403,
  },
  {
    name: 'sets topics',
    send: ({ installation }) =>
      installation.rest.repos.replaceAllTopics({
        ...made,
        names: ['web', 'go'],
      }),
    check: ({ data }) => expect(data.names).toEqual(['web', 'go']),
  },
  {
    name: 'reads topics',
    send: ({ olivia }) => olivia.rest.repos.getAllTopics(made),
  },
  {
    name: 'adds a collaborator',
    send: ({ olivia }) =>
      olivia.rest.repos.addCollaborator({
        ...made,
        username: 'mel',
        permission: 'push',
      }),
    status: 204,
  },
  {
    name: 'lists collaborators',
    send: ({ olivia }) => olivia.rest.repos.listCollaborators(made),
    check: ({ data }) =>
      expect(data.map((entry: any) => entry.login)).toContain('mel'),
  },
  {
    name: 'reads the role of a collaborator',
    send: ({ olivia }) =>
      olivia.rest.repos.getCollaboratorPermissionLevel({
        ...made,
        username: 'mel',
      }),
    check: ({ data }) => expect(data.permission).toBe('write'),
  },
];
