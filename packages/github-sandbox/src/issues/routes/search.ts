import { canSee, ssoPartialResults } from '../../access';
import { notFound, validationFailed } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';
import { pullsUpToDate } from '../../pulls/sync/syncQueue';
import { presentIssue } from '../present/presentIssue';
import { presentLabel } from '../present/presentLabel';
import { namesOnlyUnknown } from '../search/namesOnlyUnknown';
import { searchIssues } from '../search/searchIssues';

/** GitHub finds no more than this. */
const MOST_RESULTS = 1000;

function textOf(call: Call): string {
  const text = call.query.get('q')?.trim();
  if (!text) {
    throw validationFailed({
      errors: [{ resource: 'Search', field: 'q', code: 'missing' }],
    });
  }
  if (call.page.page * call.page.perPage > MOST_RESULTS) {
    throw validationFailed({
      errors: ['Only the first 1000 search results are available'],
    });
  }
  return text;
}

/** https://docs.github.com/rest/search/search#search-issues-and-pull-requests */
export const searchIssuesRoute: Route = {
  route: 'GET /search/issues',
  on: 'anything',
  async handle(call) {
    const { sandbox, viewer, query, urls } = call;
    const text = textOf(call);
    if (namesOnlyUnknown({ sandbox, viewer, query: text })) {
      throw validationFailed({
        errors: [
          {
            message:
              'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
            resource: 'Search',
            field: 'q',
            code: 'invalid',
          },
        ],
      });
    }
    await pullsUpToDate(sandbox);
    const found = searchIssues({
      sandbox,
      viewer,
      query: text,
      sort: query.get('sort') ?? undefined,
      order: query.get('order') === 'asc' ? 'asc' : 'desc',
    });
    const { rows, total } = paginate({
      call,
      rows: found.slice(0, MOST_RESULTS),
    });
    const partial = ssoPartialResults({ sandbox, viewer });
    return {
      body: {
        total_count: found.length,
        incomplete_results: false,
        search_type: 'lexical',
        items: rows.map(row => ({
          ...presentIssue({ sandbox, urls, ...row }),
          score: 1,
        })),
      },
      total,
      ...(partial && { headers: { 'x-github-sso': partial } }),
    };
  },
};

/** https://docs.github.com/rest/search/search#search-labels */
export const searchLabelsRoute: Route = {
  route: 'GET /search/labels',
  on: 'anything',
  handle(call) {
    const { sandbox, viewer, query, urls } = call;
    const words = textOf(call).toLowerCase().split(/\s+/);
    const repository = sandbox.state.repositories.get(
      Number(query.get('repository_id')),
    );
    if (!repository || !canSee({ sandbox, viewer, repository })) {
      throw notFound();
    }
    const found = sandbox.state.labels
      .by('repository', repository.id)
      .filter(({ name, description }) =>
        words.some(word =>
          `${name} ${description ?? ''}`.toLowerCase().includes(word),
        ),
      );
    const { rows, total } = paginate({ call, rows: found });
    return {
      body: {
        total_count: total,
        incomplete_results: false,
        items: rows.map(label => ({
          ...presentLabel({ sandbox, urls, repository, label }),
          score: 1,
        })),
      },
      total,
    };
  },
};
