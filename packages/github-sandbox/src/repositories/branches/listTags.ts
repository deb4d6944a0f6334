import { nodeId } from '../../core/nodeId';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';
import { openGit } from '../openGit';

/** Tags, the last by name first as on GitHub. https://docs.github.com/rest/repos/repos#list-repository-tags */
export const listTags: Route = {
  route: 'GET /repos/{owner}/{repo}/tags',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const git = await openGit(call);
    const refs = await git.listRefs({ prefix: 'refs/tags/' });
    const api = `${call.urls.api}/repos/${fullNameOf(call)}`;
    const { rows, total } = paginate({ call, rows: refs.reverse() });
    return {
      body: rows.map(({ ref, sha, peeled = sha }) => ({
        name: ref.slice('refs/tags/'.length),
        zipball_url: `${api}/zipball/${encodePath(ref)}`,
        tarball_url: `${api}/tarball/${encodePath(ref)}`,
        commit: { sha: peeled, url: `${api}/commits/${peeled}` },
        node_id: nodeId({ type: 'Ref', id: `${call.repository.id}:${ref}` }),
      })),
      total,
    };
  },
};
