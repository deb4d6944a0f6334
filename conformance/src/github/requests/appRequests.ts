import type { GitHubRequest } from './GitHubRequest';

const acmeInstallation = (found: any) => ({
  installation_id: found.installation as number,
});

/** Apps, installations and limits. */
export const appRequests: GitHubRequest[] = [
  {
    name: 'knows the App by its JWT',
    send: ({ app }) => app.rest.apps.getAuthenticated(),
    check: ({ data }) => expect(data.slug).toBe('portal'),
  },
  {
    name: 'knows the App by nothing else',
    send: ({ olivia }) => olivia.rest.apps.getAuthenticated(),
    status: 401,
  },
  {
    name: 'lists installations',
    send: ({ app }) => app.rest.apps.listInstallations(),
    check({ data }, found) {
      expect(data[0].account.login).toBe('acme');
      found.installation = data[0].id;
    },
  },
  {
    name: 'reads an installation',
    send: ({ app }, found) =>
      app.rest.apps.getInstallation(acmeInstallation(found)),
    check: ({ data }) => expect(data.repository_selection).toBe('all'),
  },
  {
    name: 'finds the installation of a repository',
    send: ({ app }) =>
      app.rest.apps.getRepoInstallation({ owner: 'acme', repo: 'shop' }),
  },
  {
    name: 'finds the installation of an organisation',
    send: ({ app }) => app.rest.apps.getOrgInstallation({ org: 'acme' }),
  },
  {
    name: 'says that a person has not installed it',
    send: ({ app }) => app.rest.apps.getUserInstallation({ username: 'oscar' }),
    status: 404,
  },
  {
    name: 'mints a token',
    send: ({ app }, found) =>
      app.rest.apps.createInstallationAccessToken(acmeInstallation(found)),
    status: 201,
    check: ({ data }) => expect(data.token).toMatch(/^ghs_/),
  },
  {
    name: 'mints a token for less',
    send: ({ app }, found) =>
      app.rest.apps.createInstallationAccessToken({
        ...acmeInstallation(found),
        repositories: ['shop'],
        permissions: { contents: 'read' },
      }),
    status: 201,
    check({ data }) {
      expect(data.permissions).toEqual({ contents: 'read', metadata: 'read' });
      expect(data.repositories).toHaveLength(1);
    },
  },
  {
    name: 'mints no token for more than is granted',
    send: ({ app }, found) =>
      app.rest.apps.createInstallationAccessToken({
        ...acmeInstallation(found),
        permissions: { organization_administration: 'write' },
      }),
    status: 422,
  },
  {
    name: 'mints no token for a repository that is not there',
    send: ({ app }, found) =>
      app.rest.apps.createInstallationAccessToken({
        ...acmeInstallation(found),
        repositories: ['nothing'],
      }),
    status: 422,
  },
  {
    name: 'lists the repositories of the installation',
    send: ({ installation }) =>
      installation.rest.apps.listReposAccessibleToInstallation(),
    check: ({ data }) => expect(data.total_count).toBeGreaterThanOrEqual(3),
  },
  {
    name: 'names the permission that is missing',
    send: ({ installation }) =>
      installation.rest.orgs.createWebhook({
        org: 'acme',
        name: 'web',
        config: { url: 'http://localhost:1/x' },
      }),
    status: 403,
    check: ({ headers }) =>
      expect(headers['x-accepted-github-permissions']).toBe(
        'organization_hooks=write',
      ),
  },
  {
    name: 'reads an App',
    send: ({ olivia }) => olivia.rest.apps.getBySlug({ app_slug: 'portal' }),
  },
  {
    name: 'hides a private App from others',
    send: ({ oscar }) => oscar.rest.apps.getBySlug({ app_slug: 'portal' }),
    status: 404,
  },
  {
    name: 'lists the installations of an organisation for its owner',
    send: ({ olivia }) =>
      olivia.rest.orgs.listAppInstallations({ org: 'acme' }),
    check: ({ data }) => expect(data.total_count).toBe(1),
  },
  {
    name: 'states the limits',
    send: ({ installation }) => installation.rest.rateLimit.get(),
    check: ({ data }) => expect(data.resources.core.limit).toBe(5000),
  },
  {
    name: 'states the limits of nobody',
    send: ({ nobody }) => nobody.rest.rateLimit.get(),
    check: ({ data }) => expect(data.resources.core.limit).toBe(60),
  },
  {
    name: 'tells about itself',
    send: ({ nobody }) => nobody.rest.meta.get(),
  },
];
