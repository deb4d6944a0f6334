import { ssoPartialResults } from '../access';
import { paginate } from '../http/paginate';
import type { Answer, Call } from '../http/Route';

/** What every search answers: a page of what was found. */
export async function searchAnswer<T>(options: {
  call: Call;
  found: T[];
  present: (found: T[]) => unknown[] | Promise<unknown[]>;
}): Promise<Answer> {
  const { call, found, present } = options;
  const { rows, total } = paginate({ call, rows: found });
  const sso = ssoPartialResults(call);
  return {
    ...(sso && { headers: { 'x-github-sso': sso } }),
    body: {
      total_count: total,
      incomplete_results: false,
      items: await present(rows),
    },
    // The thousandth is the last that can be had.
    total: Math.min(total, 1000),
  };
}
