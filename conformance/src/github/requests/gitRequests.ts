import type { GitHubRequest } from './GitHubRequest';

const shop = { owner: 'acme', repo: 'shop' };

/** Git's own objects, refs, merges and archives. They go on from `contentRequests`. */
export const gitRequests: GitHubRequest[] = [
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
