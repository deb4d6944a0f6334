import { GitHubError, validationFailed } from '../http/GitHubError';
import type { Call } from '../http/Route';
import { parseQuery, type SearchQuery } from './parseQuery';

/** GitHub shows no more of what it finds. */
const MOST_RESULTS = 1000;

/** The `q` of a search. Throws 422 where there is none, or for a page beyond the thousandth result. */
export function readSearch(call: Call): SearchQuery {
  const { page, perPage } = call.page;
  const text = call.query.get('q') ?? '';
  if (text.trim() === '') {
    throw validationFailed({
      errors: [{ resource: 'Search', field: 'q', code: 'missing' }],
    });
  }
  if ((page - 1) * perPage >= MOST_RESULTS) {
    throw new GitHubError({
      status: 422,
      message: 'Only the first 1000 search results are available',
    });
  }
  return parseQuery(text);
}
