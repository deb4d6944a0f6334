import type { StoredSecret } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Answer, Route } from '../../http/Route';
import { sealedBoxKey } from '../sealedBox/sealedBoxKey';
import type { SettingsCall } from '../SettingsCall';
import { presentSecret } from './presentSecret';
import { putSecret } from './putSecret';
import { type SecretScope, secretScopes } from './SecretScope';
import { selectedRepositoryRoutes } from './selectedRepositories';

/** Secrets of repositories, environments and organisations. https://docs.github.com/rest/actions/secrets */
export const secretRoutes: Route[] = secretScopes.flatMap(scope => [
  ...routesOf(scope),
  ...(scope.on === 'organisation'
    ? selectedRepositoryRoutes({
        path: `${scope.prefix}/secrets/{secret_name}`,
        access: scope.access,
        find: call => find(scope, call),
      })
    : []),
]);

function routesOf(scope: SecretScope): Route[] {
  const route = (
    method: string,
    path: string,
    handle: (call: SettingsCall) => Promise<Answer> | Answer,
  ) =>
    ({
      route: `${method} ${scope.prefix}/secrets${path}`,
      on: scope.on,
      access: scope.access(method === 'GET' ? 'read' : 'write'),
      handle,
    } as Route);
  const present = (call: SettingsCall, secret: StoredSecret) =>
    presentSecret({
      call,
      list: `${scope.prefix.split('/').at(-1)}/secrets`,
      secret,
    });
  return [
    route('GET', '', call => {
      const { rows, total } = paginate({ call, rows: sorted(scope, call) });
      return {
        body: {
          total_count: total,
          secrets: rows.map(secret => present(call, secret)),
        },
        total,
      };
    }),
    route('GET', '/public-key', call => {
      // Says 404 for an environment that is not there.
      scope.read(call);
      const { keyId, publicKey } = sealedBoxKey(call.sandbox);
      return {
        body: { key_id: keyId, key: publicKey },
      };
    }),
    route('GET', '/{secret_name}', call => {
      const secret = find(scope, call);
      if (!secret) throw notFound();
      return { body: present(call, secret) };
    }),
    route('PUT', '/{secret_name}', call => putSecret({ call, scope })),
    route('DELETE', '/{secret_name}', call => {
      const secret = find(scope, call);
      if (!secret) throw notFound();
      scope.write(
        call,
        scope.read(call).filter(other => other !== secret),
      );
      return { status: 204 };
    }),
  ];
}

function sorted(scope: SecretScope, call: SettingsCall) {
  return [...scope.read(call)].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function find(scope: SecretScope, call: SettingsCall) {
  const name = call.params.secret_name.toUpperCase();
  return scope.read(call).find(secret => secret.name === name);
}
