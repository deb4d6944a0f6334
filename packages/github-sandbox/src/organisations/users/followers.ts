import { findAccount } from '../../core/names/findAccount';
import { notFound } from '../../http/GitHubError';
import type { Call, Route } from '../../http/Route';

const mine = (name: string) => ({
  as: 'user' as const,
  permission: { name, level: 'read' as const },
});

/** Nobody follows anybody here, and keys are not kept: these lists are empty. https://docs.github.com/rest/users/followers */
export const followerRoutes: Route[] = [
  ...['followers', 'following'].map(
    (list): Route => ({
      route: `GET /user/${list}`,
      on: 'anything',
      access: mine('followers'),
      handle: () => ({ body: [], total: 0 }),
    }),
  ),
  {
    route: 'GET /user/keys',
    on: 'anything',
    access: mine('keys'),
    handle: () => ({ body: [], total: 0 }),
  },
  ...['followers', 'following', 'keys'].map(
    (list): Route => ({
      route: `GET /users/{username}/${list}`,
      on: 'anything',
      handle(call) {
        assertThere(call);
        return { body: [], total: 0 };
      },
    }),
  ),
  {
    route: 'GET /users/{username}/following/{target_user}',
    on: 'anything',
    handle() {
      throw notFound();
    },
  },
];

function assertThere(call: Call) {
  if (!findAccount({ ...call, login: call.params.username })) throw notFound();
}
