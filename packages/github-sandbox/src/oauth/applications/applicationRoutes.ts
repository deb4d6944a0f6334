import { issueToken } from '../../access/issueToken';
import { revokeToken } from '../../access/revokeToken';
import type { Route } from '../../http/Route';
import { presentAuthorization } from './presentAuthorization';
import { readApplicationToken } from './readApplicationToken';
import { scopeTokenRoute } from './scopeToken';

const access = { as: 'client' } as const;

/** What an application does with tokens that it was given. https://docs.github.com/rest/apps/oauth-applications */
export const applicationRoutes: Route[] = [
  {
    route: 'POST /applications/{client_id}/token',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, urls } = call;
      return {
        body: presentAuthorization({
          sandbox,
          urls,
          ...readApplicationToken(call),
        }),
      };
    },
  },
  {
    route: 'PATCH /applications/{client_id}/token',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, urls } = call;
      const { client, token } = readApplicationToken(call);
      const { id, kind, hash, tail, ...values } = token;
      revokeToken({ sandbox, token });
      const fresh = issueToken({ sandbox, kind, values });
      return {
        body: presentAuthorization({ sandbox, urls, client, ...fresh }),
      };
    },
  },
  {
    route: 'DELETE /applications/{client_id}/token',
    on: 'anything',
    access,
    handle(call) {
      const { token } = readApplicationToken(call);
      revokeToken({ sandbox: call.sandbox, token });
      return { status: 204 };
    },
  },
  {
    route: 'DELETE /applications/{client_id}/grant',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox } = call;
      const { userId, clientId } = readApplicationToken(call).token;
      sandbox.state.tokens
        .filter(token => token.userId === userId && token.clientId === clientId)
        .forEach(token => revokeToken({ sandbox, token }));
      sandbox.state.grants
        .by('user', userId!)
        .filter(grant => grant.clientId === clientId)
        .forEach(grant => sandbox.state.grants.remove(grant));
      return { status: 204 };
    },
  },
  scopeTokenRoute,
];
