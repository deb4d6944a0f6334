import type { GitHubRequest } from './GitHubRequest';

const shop = { owner: 'acme', repo: 'shop' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Files, commits, branches and git's own objects. */
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
  {
    name: 'creates a blob',
    send: ({ olivia }) =>
      olivia.rest.git.createBlob({
        ...shop,
        content: 'blob\n',
        encoding: 'utf-8',
      }),
    status: 201,
    check({ data }, found) {
      // As `git hash-object` says.
      expect(data.sha).toBe('63499e4ea8e096b831515ceb1d5a7593e4d87ae5');
      found.blob = data.sha;
    },
  },
  {
    name: 'reads a blob',
    send: ({ nobody }, { blob }) =>
      nobody.rest.git.getBlob({ ...shop, file_sha: blob }),
    check: ({ data }) => expect(data.size).toBe(5),
  },
  {
    name: 'creates a tree',
    send: ({ olivia }, { blob, tree }) =>
      olivia.rest.git.createTree({
        ...shop,
        base_tree: tree,
        tree: [
          { path: 'deep/er/file.txt', mode: '100644', type: 'blob', sha: blob },
          { path: 'inline.txt', mode: '100644', type: 'blob', content: 'x' },
        ],
      }),
    status: 201,
    check({ data }, found) {
      found.newTree = data.sha;
    },
  },
  {
    name: 'reads a tree with everything below',
    send: ({ nobody }, { newTree }) =>
      nobody.rest.git.getTree({
        ...shop,
        tree_sha: newTree,
        recursive: 'true',
      }),
    check: ({ data }) =>
      expect(data.tree.map((entry: any) => entry.path)).toContain(
        'deep/er/file.txt',
      ),
  },
  {
    name: 'reads the tree of a branch',
    send: ({ nobody }) =>
      nobody.rest.git.getTree({ ...shop, tree_sha: 'main' }),
    check: ({ data }) => expect(data.truncated).toBe(false),
  },
  {
    name: 'creates a commit',
    send: ({ olivia }, { newTree, head }) =>
      olivia.rest.git.createCommit({
        ...shop,
        message: 'By hand',
        tree: newTree,
        parents: [head],
      }),
    status: 201,
    check({ data }, found) {
      found.byHand = data.sha;
    },
  },
  {
    name: 'reads a commit of git',
    send: ({ nobody }, { byHand }) =>
      nobody.rest.git.getCommit({ ...shop, commit_sha: byHand }),
    check: ({ data }) => expect(data.message).toBe('By hand'),
  },
  {
    name: 'creates a branch',
    send: ({ olivia }, { byHand }) =>
      olivia.rest.git.createRef({
        ...shop,
        ref: 'refs/heads/feature/one',
        sha: byHand,
      }),
    status: 201,
  },
  {
    name: 'creates no branch twice',
    send: ({ olivia }, { byHand }) =>
      olivia.rest.git.createRef({
        ...shop,
        ref: 'refs/heads/feature/one',
        sha: byHand,
      }),
    status: 422,
    check: ({ data }) => expect(data.message).toBe('Reference already exists'),
  },
  {
    name: 'creates no branch at nothing',
    send: ({ olivia }) =>
      olivia.rest.git.createRef({
        ...shop,
        ref: 'refs/heads/nothing',
        sha: '0123456789012345678901234567890123456789',
      }),
    status: 422,
  },
  {
    name: 'reads a ref with a slash in its name',
    send: ({ nobody }) =>
      nobody.rest.git.getRef({ ...shop, ref: 'heads/feature/one' }),
    check: ({ data }, { byHand }) => expect(data.object.sha).toBe(byHand),
  },
  {
    name: 'says that a ref is missing',
    send: ({ nobody }) =>
      nobody.rest.git.getRef({ ...shop, ref: 'heads/nope' }),
    status: 404,
  },
  {
    name: 'lists matching refs',
    send: ({ nobody }) =>
      nobody.rest.git.listMatchingRefs({ ...shop, ref: 'heads/feature' }),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'moves no branch back without force',
    send: ({ olivia }, { commit }) =>
      olivia.rest.git.updateRef({
        ...shop,
        ref: 'heads/feature/one',
        sha: commit,
      }),
    status: 422,
    check: ({ data }) =>
      expect(data.message).toBe('Update is not a fast forward'),
  },
  {
    name: 'moves a branch back with force',
    send: ({ olivia }, { head }) =>
      olivia.rest.git.updateRef({
        ...shop,
        ref: 'heads/feature/one',
        sha: head,
        force: true,
      }),
  },
  {
    name: 'moves a branch on',
    send: ({ olivia }, { byHand }) =>
      olivia.rest.git.updateRef({
        ...shop,
        ref: 'heads/feature/one',
        sha: byHand,
      }),
  },
  {
    name: 'creates a tag object',
    send: ({ olivia }, { head }) =>
      olivia.rest.git.createTag({
        ...shop,
        tag: 'v1',
        message: 'One',
        object: head,
        type: 'commit',
      }),
    status: 201,
    check({ data }, found) {
      found.tag = data.sha;
    },
  },
  {
    name: 'reads a tag object',
    send: ({ nobody }, { tag }) =>
      nobody.rest.git.getTag({ ...shop, tag_sha: tag }),
    check: ({ data }) => expect(data.tag).toBe('v1'),
  },
  {
    name: 'lists tags',
    async send({ olivia, nobody }, { tag }) {
      await olivia.rest.git.createRef({
        ...shop,
        ref: 'refs/tags/v1',
        sha: tag,
      });
      return nobody.rest.repos.listTags(shop);
    },
    check: ({ data }) => expect(data[0].name).toBe('v1'),
  },
  {
    name: 'deletes a branch',
    async send({ olivia }, { head }) {
      await olivia.rest.git.createRef({
        ...shop,
        ref: 'refs/heads/gone',
        sha: head,
      });
      return olivia.rest.git.deleteRef({ ...shop, ref: 'heads/gone' });
    },
    status: 204,
  },
  {
    name: 'merges a branch',
    send: ({ olivia }) =>
      olivia.rest.repos.merge({ ...shop, base: 'main', head: 'feature/one' }),
    status: 201,
  },
  {
    name: 'has nothing to merge twice',
    send: ({ olivia }) =>
      olivia.rest.repos.merge({ ...shop, base: 'main', head: 'feature/one' }),
    status: 204,
  },
  {
    name: 'sends an archive',
    send: ({ nobody }) =>
      nobody.rest.repos.downloadTarballArchive({ ...shop, ref: 'main' }),
    check: ({ data }) =>
      expect([...new Uint8Array(data).slice(0, 2)]).toEqual([0x1f, 0x8b]),
  },
  {
    name: 'counts languages',
    send: ({ nobody }) => nobody.rest.repos.listLanguages(shop),
    check: ({ data }) => expect(data.TypeScript).toBeGreaterThan(0),
  },
  {
    name: 'counts contributors',
    send: ({ nobody }) => nobody.rest.repos.listContributors(shop),
    check: ({ data }) => expect(data[0].contributions).toBeGreaterThan(0),
  },
];
