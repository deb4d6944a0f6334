import { actorOf, needsSignOn, ssoPartialResults } from '../../access';
import type { Viewer } from '../../access';
import type { Organisation, User } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';
import { personNamed } from '../personNamed';
import { insiderRole } from '../rights/insiderRole';
import { presentOrganisation } from './presentOrganisation';

/** https://docs.github.com/rest/orgs/orgs#list-organizations-for-the-authenticated-user */
export const organisationsOfUserRoutes: Route[] = [
  {
    route: 'GET /user/orgs',
    on: 'anything',
    access: { as: 'user' },
    handle(call) {
      const { sandbox, viewer } = call;
      assertScope(call);
      const organisations = memberships(call, actorOf(viewer)).filter(
        organisation =>
          (knowsScopes(viewer) ||
            insiderRole({ sandbox, viewer, organisation })) &&
          !needsSignOn({ viewer, organisation }),
      );
      const missing = ssoPartialResults({ sandbox, viewer });
      return {
        ...list(call, organisations),
        ...(missing && { headers: { 'x-github-sso': missing } }),
      };
    },
  },
  {
    route: 'GET /users/{username}/orgs',
    on: 'anything',
    handle(call) {
      const user = personNamed({ ...call, login: call.params.username });
      return list(
        call,
        memberships(call, user).filter(({ members }) =>
          members.some(member => member.userId === user.id && member.public),
        ),
      );
    },
  },
];

function memberships({ sandbox }: Call, user: User): Organisation[] {
  return sandbox.state.organisations.filter(({ members }) =>
    members.some(
      ({ userId, state }) => userId === user.id && state === 'active',
    ),
  );
}

function list(call: Call, organisations: Organisation[]) {
  const { rows, total } = paginate({ call, rows: organisations });
  return {
    body: rows.map(organisation =>
      presentOrganisation({ urls: call.urls, organisation }),
    ),
    total,
  };
}

/** OAuth tokens need `user` or `read:org`; GitHub says so with 403 here. */
function assertScope({ viewer }: Call) {
  if (!knowsScopes(viewer)) return;
  const { scopes } = viewer.token;
  const isEnough = ['user', 'read:org', 'write:org', 'admin:org'].some(scope =>
    scopes.includes(scope),
  );
  if (!isEnough) {
    throw new GitHubError({
      status: 403,
      message:
        'You need at least read:org scope or user scope to list your organizations.',
    });
  }
}

function knowsScopes(
  viewer: Viewer,
): viewer is Extract<Viewer, { kind: 'user' }> {
  return (
    viewer.kind === 'user' &&
    (viewer.token.kind === 'classic' || viewer.token.kind === 'oauth')
  );
}
