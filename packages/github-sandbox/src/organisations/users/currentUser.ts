import { actorOf, includesScope } from '../../access';
import type { Token } from '../../core/state';
import type { Call, Route } from '../../http/Route';
import { readText } from '../../http/body/readText';
import { presentUser } from './presentUser';

const FIELDS = ['name', 'email', 'blog', 'company', 'location', 'bio'] as const;

/** The person behind the token. https://docs.github.com/rest/users/users#get-the-authenticated-user */
export const currentUserRoutes: Route[] = [
  {
    route: 'GET /user',
    on: 'anything',
    access: { as: 'user' },
    handle: call => ({ body: presentSelf(call) }),
  },
  {
    route: 'PATCH /user',
    on: 'anything',
    access: {
      as: 'user',
      permission: { name: 'profile', level: 'write' },
      scopes: ['user'],
    },
    handle(call) {
      const { body, sandbox } = call;
      const user = actorOf(call.viewer);
      for (const field of FIELDS) {
        const value = readText({ body, field });
        if (value !== undefined) user[field] = value || null;
      }
      const twitter = readText({
        body,
        field: 'twitter_username',
      });
      if (twitter !== undefined) user.twitterUsername = twitter || null;
      if (typeof body.hireable === 'boolean') user.hireable = body.hireable;
      user.updatedAt = sandbox.clock.iso();
      return { body: presentSelf(call, 'private') };
    },
  },
];

function presentSelf(call: Call, shape?: 'private') {
  const { viewer } = call;
  const isPrivate =
    viewer.kind === 'user' && (shape ?? seesPrivate(viewer.token));
  return presentUser({
    ...call,
    account: actorOf(viewer),
    shape: isPrivate ? 'private' : 'public',
    withEmail: true,
  });
}

/** A token without the scope gets what everybody gets. */
function seesPrivate({ kind, scopes }: Token): boolean {
  return (
    (kind !== 'classic' && kind !== 'oauth') ||
    includesScope({ granted: scopes, needed: 'read:user' })
  );
}
