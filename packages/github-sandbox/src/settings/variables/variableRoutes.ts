import type { StoredVariable } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Answer, Call, Route } from '../../http/Route';
import { presentSecret } from '../secrets/presentSecret';
import { selectedRepositoryRoutes } from '../secrets/selectedRepositories';
import type { SettingsCall } from '../SettingsCall';
import { addVariable, changeVariable, findVariable } from './changeVariable';
import { type VariableScope, variableScopes } from './VariableScope';

/** Variables of repositories, environments and organisations. https://docs.github.com/rest/actions/variables */
export const variableRoutes: Route[] = variableScopes.flatMap(scope => [
  ...routesOf(scope),
  ...(scope.on === 'organisation'
    ? selectedRepositoryRoutes({
        path: `${scope.prefix}/variables/{name}`,
        access: scope.access,
        find: call => findVariable({ call, scope }),
      })
    : []),
]);

function routesOf(scope: VariableScope): Route[] {
  const route = (
    method: string,
    path: string,
    handle: (call: SettingsCall) => Promise<Answer> | Answer,
  ) =>
    ({
      route: `${method} ${scope.prefix}/variables${path}`,
      on: scope.on,
      access: scope.access(method === 'GET' ? 'read' : 'write'),
      handle,
    } as Route);
  return [
    route('GET', '', call => {
      const { rows, total } = paginate({
        call: tenAPage(call),
        rows: [...scope.read(call)].sort((a, b) => (a.name < b.name ? -1 : 1)),
      });
      return {
        body: {
          total_count: total,
          variables: rows.map(variable => present(call, variable)),
        },
        total,
      };
    }),
    route('POST', '', call => {
      addVariable({ call, scope });
      return { status: 201, body: {} };
    }),
    route('GET', '/{name}', call => {
      const variable = findVariable({ call, scope });
      if (!variable) throw notFound();
      return { body: present(call, variable) };
    }),
    route('PATCH', '/{name}', call => {
      changeVariable({ call, scope });
      return { status: 204 };
    }),
    route('DELETE', '/{name}', call => {
      const variable = findVariable({ call, scope });
      if (!variable) throw notFound();
      scope.write(
        call,
        scope.read(call).filter(other => other !== variable),
      );
      return { status: 204 };
    }),
  ];
}

/** GitHub lists ten variables a page where nothing is said, and thirty at most. */
function tenAPage<C extends Call>(call: C): C {
  const perPage = call.query.has('per_page')
    ? Math.min(30, call.page.perPage)
    : 10;
  call.page.perPage = perPage;
  return call;
}

/** GitHub's `actions-variable`. */
function present(call: SettingsCall, variable: StoredVariable) {
  return {
    ...presentSecret({ call, list: 'actions/variables', secret: variable }),
    value: variable.value,
  };
}
