import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { pullsUpToDate } from '../../pulls/sync/syncQueue';
import { filterIssues } from '../filterIssues';
import { issueAccess } from '../issueAccess';
import { presentIssue } from '../present/presentIssue';

/** Issues and pull requests of a repository. https://docs.github.com/rest/issues/issues#list-repository-issues */
export const listIssues: Route = {
  route: 'GET /repos/{owner}/{repo}/issues',
  on: 'repository',
  access: issueAccess('read'),
  async handle(call) {
    const { sandbox, repository } = call;
    if (!repository.features.issues) {
      throw new GitHubError({
        status: 410,
        message: 'Issues has been disabled in this repository.',
      });
    }
    await pullsUpToDate(sandbox);
    const { rows, total } = paginate({
      call,
      rows: filterIssues({
        call,
        issues: sandbox.state.issues.by('repository', repository.id),
      }),
    });
    return {
      body: rows.map(issue => presentIssue({ ...call, issue })),
      total,
    };
  },
};
