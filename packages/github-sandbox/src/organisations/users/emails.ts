import { actorOf, includesScope } from '../../access';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';

const access = {
  as: 'user' as const,
  permission: { name: 'email_addresses', level: 'read' as const },
};

/** A person has the one address of the profile, verified and shown. https://docs.github.com/rest/users/emails */
export const emailRoutes: Route[] = [
  { route: 'GET /user/emails', on: 'anything', access, handle: listEmails },
  {
    route: 'GET /user/public_emails',
    on: 'anything',
    access,
    handle: listEmails,
  },
];

function listEmails(call: Call) {
  const { viewer } = call;
  if (
    viewer.kind === 'user' &&
    (viewer.token.kind === 'classic' || viewer.token.kind === 'oauth') &&
    !includesScope({ granted: viewer.token.scopes, needed: 'user:email' })
  ) {
    throw notFound();
  }
  const { email } = actorOf(viewer);
  const emails = email
    ? [{ email, primary: true, verified: true, visibility: 'public' }]
    : [];
  const { rows, total } = paginate({ call, rows: emails });
  return { body: rows, total };
}
