import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { openGit } from '../openGit';
import { isProtected } from '../protection/isProtected';
import { presentBranch } from './presentBranch';

/** https://docs.github.com/rest/branches/branches#list-branches */
export const listBranches: Route = {
  route: 'GET /repos/{owner}/{repo}/branches',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { repository, query } = call;
    const git = await openGit(call);
    const wanted = query.get('protected');
    const branches = (await git.listRefs({ prefix: 'refs/heads/' }))
      .map(({ ref, sha }) => ({ branch: ref.slice('refs/heads/'.length), sha }))
      .filter(
        ({ branch }) =>
          wanted === null ||
          isProtected({ repository, branch }) === (wanted === 'true'),
      );
    const { rows, total } = paginate({ call, rows: branches });
    return { body: rows.map(row => presentBranch({ ...call, ...row })), total };
  },
};
