import { ssoPartialResults } from '../../access';
import type { Repository } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { Answer, Call } from '../../http/Route';
import { refreshFacts } from '../facts/refreshFacts';
import { presentRepository } from '../present/presentRepository';
import { sortRepositories } from './sortRepositories';

/** A page of repositories, sorted as the query asks. `sort` is what the route sorts by where nothing is said. */
export async function listAnswer(options: {
  call: Call;
  repositories: Repository[];
  sort: string;
}): Promise<Answer> {
  const { call, repositories } = options;
  const sorted = sortRepositories({
    repositories,
    sort: call.query.get('sort') ?? options.sort,
    direction: call.query.get('direction'),
  });
  const { rows, total } = paginate({ call, rows: sorted });
  await refreshFacts({ sandbox: call.sandbox, repositories: rows });
  const sso = ssoPartialResults(call);
  return {
    body: rows.map(repository => presentRepository({ ...call, repository })),
    total,
    ...(sso && { headers: { 'x-github-sso': sso } }),
  };
}
