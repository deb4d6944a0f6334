import { ensureEnvironment } from '../../core/records/ensureEnvironment';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { environmentOf } from './environmentOf';
import { presentEnvironment } from './presentEnvironment';
import { readEnvironment } from './readEnvironment';

const read = { permission: { name: 'actions', level: 'read' as const } };
const write = {
  permission: { name: 'administration', level: 'write' as const },
  role: 'admin' as const,
};
const one = '/repos/{owner}/{repo}/environments/{environment_name}';

/** https://docs.github.com/rest/deployments/environments */
export const environmentRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/environments',
    on: 'repository',
    access: read,
    handle(call) {
      const { rows, total } = paginate({
        call,
        rows: [...call.repository.environments].sort((a, b) =>
          a.name < b.name ? -1 : 1,
        ),
      });
      return {
        body: {
          total_count: total,
          environments: rows.map(environment =>
            presentEnvironment({ ...call, environment }),
          ),
        },
        total,
      };
    },
  },
  {
    route: `GET ${one}`,
    on: 'repository',
    access: read,
    handle: call => ({
      body: presentEnvironment({ ...call, environment: environmentOf(call) }),
    }),
  },
  {
    route: `PUT ${one}`,
    on: 'repository',
    access: write,
    handle(call) {
      const settings = readEnvironment({ ...call, body: call.body ?? {} });
      const environment = ensureEnvironment({
        ...call,
        name: call.params.environment_name,
      });
      Object.assign(environment, settings, {
        updatedAt: call.sandbox.clock.iso(),
      });
      if (!settings.deploymentBranchPolicy?.customBranchPolicies) {
        environment.branchPolicies = [];
      }
      return { body: presentEnvironment({ ...call, environment }) };
    },
  },
  {
    route: `DELETE ${one}`,
    on: 'repository',
    access: write,
    handle(call) {
      const environment = environmentOf(call);
      const { repository } = call;
      repository.environments = repository.environments.filter(
        other => other !== environment,
      );
      return { status: 204 };
    },
  },
  ...['', '/apps'].map(
    (path): Route => ({
      route: `GET ${one}/deployment_protection_rules${path}`,
      on: 'repository',
      access: read,
      handle(call) {
        // Rules of Apps are not covered; there are none.
        environmentOf(call);
        const list = path
          ? 'available_custom_deployment_protection_rule_integrations'
          : 'custom_deployment_protection_rules';
        return { body: { total_count: 0, [list]: [] } };
      },
    }),
  ),
];
