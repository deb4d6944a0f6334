import type { GitHubRequest } from './GitHubRequest';

const shop = { owner: 'acme', repo: 'shop' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Files, commits and branches. */
export const contentRequests: GitHubRequest[] = [
  {
    name: 'reads a repository',
    send: ({ nobody }) => nobody.rest.repos.get(shop),
    check: ({ data }) => expect(data.full_name).toBe('acme/shop'),
  },
  {
    name: 'does not mind capitals',
    send: ({ nobody }) =>
      nobody.rest.repos.get({ owner: 'ACME', repo: 'Shop' }),
    check: ({ data }) => expect(data.full_name).toBe('acme/shop'),
  },
  {
    name: 'hides a private repository from nobody',
    send: ({ nobody }) =>
      nobody.rest.repos.get({ owner: 'acme', repo: 'vault' }),
    status: 404,
  },
  {
    name: 'hides a private repository from an outsider',
    send: ({ oscar }) => oscar.rest.repos.get({ owner: 'acme', repo: 'vault' }),
    status: 404,
  },
  {
    name: 'shows a private repository to the installation',
    send: ({ installation }) =>
      installation.rest.repos.get({ owner: 'acme', repo: 'vault' }),
    check: ({ data }) => expect(data.private).toBe(true),
  },
  {
    name: 'reads a file',
    send: ({ nobody }) =>
      nobody.rest.repos.getContent({ ...shop, path: 'README.md' }),
    check({ data }, found) {
      expect(Buffer.from(data.content, 'base64').toString()).toBe('# Shop\n');
      found.readme = data.sha;
    },
  },
  {
    name: 'reads a file in a folder',
    send: ({ nobody }) =>
      nobody.rest.repos.getContent({
        ...shop,
        path: 'src/index.ts',
        ref: 'main',
      }),
  },
  {
    name: 'reads a folder',
    send: ({ nobody }) =>
      nobody.rest.repos.getContent({ ...shop, path: 'src' }),
    check: ({ data }) =>
      expect(data.map((entry: any) => entry.name)).toEqual(['index.ts']),
  },
  {
    name: 'reads the root folder',
    send: ({ nobody }) => nobody.rest.repos.getContent({ ...shop, path: '' }),
    check: ({ data }) =>
      expect(data.map((entry: any) => entry.type)).toEqual(['file', 'dir']),
  },
  {
    name: 'says that a file is missing',
    send: ({ nobody }) =>
      nobody.rest.repos.getContent({ ...shop, path: 'nothing.yaml' }),
    status: 404,
  },
  {
    name: 'reads a file raw',
    send: ({ nobody }) =>
      nobody.rest.repos.getContent({
        ...shop,
        path: 'README.md',
        mediaType: { format: 'raw' },
      }),
    check: ({ data }) => expect(data).toBe('# Shop\n'),
  },
  {
    name: 'answers 304 to the same question',
    async send({ olivia }) {
      const first = await olivia.rest.repos.get(shop);
      return olivia.rest.repos.get({
        ...shop,
        headers: { 'if-none-match': first.headers.etag },
      });
    },
    status: 304,
  },
  {
    name: 'finds the readme',
    send: ({ nobody }) => nobody.rest.repos.getReadme(shop),
    check: ({ data }) => expect(data.path).toBe('README.md'),
  },
  {
    name: 'adds a file',
    send: ({ olivia }) =>
      olivia.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: 'docs/new file.md',
        message: 'Add a file',
        content: base64('one\n'),
      }),
    status: 201,
    check({ data }, found) {
      expect(data.content.path).toBe('docs/new file.md');
      found.file = data.content.sha;
      found.commit = data.commit.sha;
    },
  },
  {
    name: 'asks for the sha of a file that is there',
    send: ({ olivia }) =>
      olivia.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: 'docs/new file.md',
        message: 'Change it',
        content: base64('two\n'),
      }),
    status: 422,
  },
  {
    name: 'refuses to change a file over another state of it',
    send: ({ olivia }, { readme }) =>
      olivia.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: 'docs/new file.md',
        message: 'Change it',
        content: base64('two\n'),
        sha: readme,
      }),
    status: 409,
  },
  {
    name: 'changes a file',
    send: ({ olivia }, { file }) =>
      olivia.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: 'docs/new file.md',
        message: 'Change it',
        content: base64('two\n'),
        sha: file,
      }),
    check({ data }, found) {
      found.file = data.content.sha;
    },
  },
  {
    name: 'lets no outsider write',
    send: ({ oscar }) =>
      oscar.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: 'x',
        message: 'x',
        content: base64('x'),
      }),
    status: 404,
  },
  {
    name: 'lets nobody write',
    send: ({ nobody }) =>
      nobody.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: 'x',
        message: 'x',
        content: base64('x'),
      }),
    status: 401,
  },
  {
    name: 'deletes a file',
    send: ({ olivia }, { file }) =>
      olivia.rest.repos.deleteFile({
        ...shop,
        path: 'docs/new file.md',
        message: 'Remove it',
        sha: file,
      }),
  },
  {
    name: 'lists commits, newest first',
    send: ({ nobody }) => nobody.rest.repos.listCommits(shop),
    check: ({ data }) =>
      expect(data.map((entry: any) => entry.commit.message)).toEqual([
        'Remove it',
        'Change it',
        'Add a file',
        'First commit',
      ]),
  },
  {
    name: 'lists the commits of a path',
    send: ({ nobody }) =>
      nobody.rest.repos.listCommits({ ...shop, path: 'README.md' }),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'pages',
    send: ({ nobody }) =>
      nobody.rest.repos.listCommits({ ...shop, per_page: 1, page: 2 }),
    check({ data, headers }) {
      expect(data).toHaveLength(1);
      expect(headers.link).toMatch(/rel="prev".*rel="next"/);
    },
  },
  {
    name: 'reads a commit with its files',
    send: ({ nobody }, { commit }) =>
      nobody.rest.repos.getCommit({ ...shop, ref: commit }),
    check: ({ data }) =>
      expect(data.files).toEqual([
        expect.objectContaining({
          filename: 'docs/new file.md',
          status: 'added',
          additions: 1,
        }),
      ]),
  },
  {
    name: 'reads a commit as a diff',
    send: ({ nobody }, { commit }) =>
      nobody.rest.repos.getCommit({
        ...shop,
        ref: commit,
        mediaType: { format: 'diff' },
      }),
    check: ({ data }) => expect(data).toContain('+one'),
  },
  {
    name: 'has no commit of that name',
    send: ({ nobody }) => nobody.rest.repos.getCommit({ ...shop, ref: 'nope' }),
    status: 422,
  },
  {
    name: 'compares',
    send: ({ nobody }, { commit }) =>
      nobody.rest.repos.compareCommitsWithBasehead({
        ...shop,
        basehead: `${commit}...main`,
      }),
    check({ data }) {
      expect(data.status).toBe('ahead');
      expect(data.ahead_by).toBe(2);
    },
  },
  {
    name: 'lists branches',
    send: ({ nobody }) => nobody.rest.repos.listBranches(shop),
    check: ({ data }) => expect(data[0].name).toBe('main'),
  },
  {
    name: 'reads a branch',
    send: ({ nobody }) =>
      nobody.rest.repos.getBranch({ ...shop, branch: 'main' }),
    check({ data }, found) {
      found.head = data.commit.sha;
      found.tree = data.commit.commit.tree.sha;
    },
  },
  {
    name: 'says that a branch is missing',
    send: ({ nobody }) =>
      nobody.rest.repos.getBranch({ ...shop, branch: 'nope' }),
    status: 404,
  },
];
