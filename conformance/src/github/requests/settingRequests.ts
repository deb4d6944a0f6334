import type { GitHubRequest } from './GitHubRequest';

const made = { owner: 'acme', repo: 'made' };

/** Setting a repository up, its releases, and its end. They go on from `repositoryRequests`. */
export const settingRequests: GitHubRequest[] = [
  {
    name: 'protects a branch',
    send: ({ installation }) =>
      installation.rest.repos.updateBranchProtection({
        ...made,
        branch: 'main',
        required_status_checks: { strict: true, contexts: ['build'] },
        enforce_admins: true,
        required_pull_request_reviews: { required_approving_review_count: 1 },
        restrictions: null,
      }),
  },
  {
    name: 'reads the protection of a branch',
    send: ({ olivia }) =>
      olivia.rest.repos.getBranchProtection({ ...made, branch: 'main' }),
    check: ({ data }) => expect(data.enforce_admins.enabled).toBe(true),
  },
  {
    name: 'demands signatures',
    send: ({ olivia }) =>
      olivia.rest.repos.createCommitSignatureProtection({
        ...made,
        branch: 'main',
      }),
    check: ({ data }) => expect(data.enabled).toBe(true),
  },
  {
    name: 'lifts the protection',
    send: ({ olivia }) =>
      olivia.rest.repos.deleteBranchProtection({ ...made, branch: 'main' }),
    status: 204,
  },
  {
    name: 'says that a branch is not protected',
    send: ({ olivia }) =>
      olivia.rest.repos.getBranchProtection({ ...made, branch: 'main' }),
    status: 404,
  },
  {
    name: 'creates an environment',
    send: ({ installation }) =>
      installation.rest.repos.createOrUpdateEnvironment({
        ...made,
        environment_name: 'production',
        wait_timer: 30,
      }),
    check: ({ data }) => expect(data.name).toBe('production'),
  },
  {
    name: 'lists environments',
    send: ({ olivia }) => olivia.rest.repos.getAllEnvironments(made),
    check: ({ data }) => expect(data.total_count).toBe(1),
  },
  {
    name: 'gives the key for secrets',
    send: ({ installation }) =>
      installation.rest.actions.getRepoPublicKey(made),
    check({ data }, found) {
      expect(Buffer.from(data.key, 'base64')).toHaveLength(32);
      found.key = data.key_id;
    },
  },
  {
    name: 'creates a variable',
    send: ({ installation }) =>
      installation.rest.actions.createRepoVariable({
        ...made,
        name: 'REGION',
        value: 'north',
      }),
    status: 201,
  },
  {
    name: 'lists variables',
    send: ({ olivia }) => olivia.rest.actions.listRepoVariables(made),
    check: ({ data }) => expect(data.variables[0].value).toBe('north'),
  },
  {
    name: 'adds a deploy key',
    send: ({ olivia }) =>
      olivia.rest.repos.createDeployKey({
        ...made,
        title: 'deploy',
        key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJmBl9Cy3sFgVdR1cO2hXv6g3m0T8Hc0h7bZ0Q5Jm1nT',
        read_only: true,
      }),
    status: 201,
  },
  {
    name: 'adds an autolink',
    send: ({ olivia }) =>
      olivia.rest.repos.createAutolink({
        ...made,
        key_prefix: 'TICKET-',
        url_template: 'https://tickets.example/<num>',
      }),
    status: 201,
  },
  {
    name: 'turns pages on',
    send: ({ installation }) =>
      installation.rest.repos.createPagesSite({
        ...made,
        source: { branch: 'main', path: '/' },
      }),
    status: 201,
  },
  {
    name: 'creates a release',
    send: ({ olivia }) =>
      olivia.rest.repos.createRelease({
        ...made,
        tag_name: 'v1.0.0',
        name: 'One',
        body: 'First',
      }),
    status: 201,
    check({ data }, found) {
      found.release = data.id;
    },
  },
  {
    name: 'reads the latest release',
    send: ({ olivia }) => olivia.rest.repos.getLatestRelease(made),
    check: ({ data }) => expect(data.tag_name).toBe('v1.0.0'),
  },
  {
    name: 'lists releases',
    send: ({ olivia }) => olivia.rest.repos.listReleases(made),
  },
  {
    name: 'generates notes',
    send: ({ olivia }) =>
      olivia.rest.repos.generateReleaseNotes({ ...made, tag_name: 'v2' }),
  },
  {
    name: 'deletes a release',
    send: ({ olivia }, { release }) =>
      olivia.rest.repos.deleteRelease({ ...made, release_id: release }),
    status: 204,
  },
  {
    name: 'forks',
    send: ({ oscar }) =>
      oscar.rest.repos.createFork({ owner: 'acme', repo: 'shop' }),
    status: 202,
    check: ({ data }) => expect(data.full_name).toBe('oscar/shop'),
  },
  {
    name: 'lists forks',
    send: ({ nobody }) =>
      nobody.rest.repos.listForks({ owner: 'acme', repo: 'shop' }),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'stars',
    send: ({ mel }) =>
      mel.rest.activity.starRepoForAuthenticatedUser({
        owner: 'acme',
        repo: 'shop',
      }),
    status: 204,
  },
  {
    name: 'renames a repository',
    send: ({ olivia }) =>
      olivia.rest.repos.update({ ...made, name: 'renamed' }),
    check: ({ data }) => expect(data.full_name).toBe('acme/renamed'),
  },
  {
    name: 'finds a renamed repository under its old name',
    send: ({ olivia }) => olivia.rest.repos.get(made),
    check: ({ data }) => expect(data.full_name).toBe('acme/renamed'),
  },
  {
    name: 'searches repositories',
    send: ({ olivia }) => olivia.rest.search.repos({ q: 'org:acme shop' }),
    check: ({ data }) => expect(data.items[0].full_name).toBe('acme/shop'),
  },
  {
    name: 'searches code',
    send: ({ olivia }) =>
      olivia.rest.search.code({ q: 'org:acme filename:README.md' }),
    check: ({ data }) => expect(data.total_count).toBeGreaterThan(0),
  },
  {
    name: 'archives a repository',
    send: ({ olivia }) =>
      olivia.rest.repos.update({
        owner: 'acme',
        repo: 'renamed',
        archived: true,
      }),
    check: ({ data }) => expect(data.archived).toBe(true),
  },
  {
    name: 'changes nothing in an archived repository',
    send: ({ olivia }) =>
      olivia.rest.issues.create({ owner: 'acme', repo: 'renamed', title: 'x' }),
    status: 403,
  },
  {
    name: 'deletes a repository',
    send: ({ olivia }) =>
      olivia.rest.repos.delete({ owner: 'acme', repo: 'renamed' }),
    status: 204,
  },
];
