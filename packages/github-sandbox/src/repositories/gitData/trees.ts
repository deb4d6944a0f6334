import { actorOf } from '../../access';
import type { TreeEntry, TreeChange } from '../../git';
import { TreeChangeError } from '../../git';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { fullNameOf } from '../fullNameOf';
import { notSupplied } from '../../http/invalidRequest';
import { openGit } from '../openGit';
import { emptyRepository, isEmpty, requireCommit } from '../requireCommit';
import { assertMayChangeWorkflows } from '../workflowFiles/assertMayChangeWorkflows';
import { readObjects } from '../../http/body/readObjects';

const MODES = ['100644', '100755', '040000', '120000', '160000'];

/** https://docs.github.com/rest/git/trees */
export const treeRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'read' } },
    async handle(call) {
      const git = await openGit(call);
      const name = call.params.tree_sha;
      const found = await git.resolve({ expression: name, type: 'tree' });
      if (!found) {
        await requireCommit({ git, name, missing: notFound() });
        throw notFound();
      }
      // Any value counts, also `false` and `0`.
      const recursive = call.query.has('recursive');
      const entries = await git.readTree({ sha: found.sha, recursive });
      return { body: present(call, found.sha, entries ?? []) };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/git/trees',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
    async handle(call) {
      const { tree, base_tree: base } = call.body;
      actorOf(call.viewer);
      if (!Array.isArray(tree)) throw notSupplied('tree');
      const git = await openGit(call);
      if (await isEmpty(git)) throw emptyRepository();
      const baseTree =
        typeof base === 'string'
          ? (await git.resolve({ expression: base, type: 'tree' }))?.sha
          : undefined;
      if (base && !baseTree) {
        throw new GitHubError({
          status: 422,
          message: 'base_tree is not a valid tree oid',
        });
      }
      const entries = readObjects({ body: call.body, field: 'tree' })!.map(
        readEntry,
      );
      assertMayChangeWorkflows({
        viewer: call.viewer,
        paths: entries.map(({ path }) => path),
      });
      try {
        const sha = await git.writeTree({ entries, base: baseTree });
        const written = (await git.readTree({ sha })) ?? [];
        const body = present(call, sha, written);
        return { status: 201, headers: { location: body.url }, body };
      } catch (error) {
        if (error instanceof TreeChangeError) throw invalidTree(error);
        throw error;
      }
    },
  },
];

function readEntry(entry: Record<string, unknown>): TreeChange {
  const { path, mode = '100644', sha, content } = entry;
  if (typeof path !== 'string' || path === '') {
    throw new GitHubError({
      status: 422,
      message: 'Must supply a valid tree.path',
    });
  }
  if (!MODES.includes(mode as string)) {
    throw new GitHubError({
      status: 422,
      message: 'Must supply a valid tree.mode',
    });
  }
  const known = { path, mode: mode as TreeEntry['mode'] };
  if (sha === null) return { ...known, sha };
  if (typeof sha === 'string') return { ...known, sha };
  if (typeof content === 'string') return { ...known, content };
  throw new GitHubError({
    status: 422,
    message: 'Must supply either tree.sha or tree.content',
  });
}

function invalidTree({ reason, path }: TreeChangeError) {
  const messages: Record<TreeChangeError['reason'], string> = {
    malformedPath: 'tree.path contains a malformed path component',
    objectMissing: `tree.sha of ${path} does not exist`,
    wrongType: `tree.sha of ${path} is not a valid blob`,
    pathMissing: 'GitRPC::BadObjectState',
  };
  return new GitHubError({ status: 422, message: messages[reason] });
}

function present(call: RepositoryCall, sha: string, entries: TreeEntry[]) {
  const api = `${call.urls.api}/repos/${fullNameOf(call)}/git`;
  return {
    sha,
    url: `${api}/trees/${sha}`,
    tree: entries.map(entry => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.type === 'blob' && { size: entry.size }),
      // A submodule is in another repository, and has no address here.
      ...(entry.type !== 'commit' && {
        url: `${api}/${entry.type}s/${entry.sha}`,
      }),
    })),
    truncated: false,
  };
}
