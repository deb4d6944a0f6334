import { findAccount } from '../../core/names/findAccount';
import type { Account } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { Call, Route } from '../../http/Route';
import { presentAccount } from '../presentAccount';
import { presentUser } from './presentUser';

/** https://docs.github.com/rest/users/users */
export const otherUserRoutes: Route[] = [
  {
    route: 'GET /users/{username}',
    on: 'anything',
    handle: call =>
      answer(call, findAccount({ ...call, login: call.params.username })),
  },
  {
    route: 'GET /user/{account_id}',
    on: 'anything',
    handle(call) {
      const { state } = call.sandbox;
      const id = Number(call.params.account_id);
      return answer(call, state.users.get(id) ?? state.organisations.get(id));
    },
  },
  {
    route: 'GET /users',
    on: 'anything',
    handle(call) {
      const { sandbox, query, page, urls } = call;
      const since = Number(query.get('since') ?? 0);
      const rest = [
        ...sandbox.state.users.all(),
        ...sandbox.state.organisations.all(),
      ]
        .filter(({ id }) => id > since)
        .sort((a, b) => a.id - b.id);
      const rows = rest.slice(0, page.perPage);
      const next = `${urls.api}/users?since=${rows.at(-1)?.id}&per_page=${
        page.perPage
      }`;
      return {
        body: rows.map(account => presentAccount({ urls, account })),
        ...(rest.length > rows.length && {
          headers: { link: `<${next}>; rel="next"` },
        }),
      };
    },
  },
];

function answer(call: Call, account: Account | undefined) {
  if (!account) throw notFound();
  return {
    body: presentUser({
      ...call,
      account,
      shape: 'public',
      withEmail: call.viewer.kind !== 'anonymous',
    }),
  };
}
