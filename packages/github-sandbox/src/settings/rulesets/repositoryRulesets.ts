import {
  grantedPermissions,
  includesLevel,
  includesRole,
  roleOf,
} from '../../access';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { fullNameOf } from '../../repositories/fullNameOf';
import { activeRulesets } from './activeRulesets';
import { presentRuleset } from './presentRuleset';
import { readRuleset } from './readRuleset';
import type { Ruleset } from './Ruleset';
import { rulesetsFor, type SourcedRuleset } from './rulesetsFor';

const write = {
  permission: { name: 'administration', level: 'write' as const },
  role: 'admin' as const,
};

/** https://docs.github.com/rest/repos/rules */
export const repositoryRulesetRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/rulesets',
    on: 'repository',
    handle(call) {
      const { rows, total } = paginate({ call, rows: wanted(call) });
      return {
        body: rows.map(row => present(call, row, { inList: true })),
        total,
      };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/rulesets',
    on: 'repository',
    access: write,
    handle(call) {
      const { repository } = call;
      const ruleset = readRuleset({ ...call, others: own(call) });
      repository.rulesets.push(ruleset);
      return { status: 201, body: present(call, { ruleset }) };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
    on: 'repository',
    handle(call) {
      const found = wanted(call).find(
        ({ ruleset }) => String(ruleset.id) === call.params.ruleset_id,
      );
      if (!found) throw notFound();
      return { body: present(call, found) };
    },
  },
  {
    route: 'PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}',
    on: 'repository',
    access: write,
    handle(call) {
      const known = ownOne(call);
      const others = own(call).filter(other => other !== known);
      const ruleset = readRuleset({ ...call, known, others });
      Object.assign(known, ruleset);
      return { body: present(call, { ruleset: known }) };
    },
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}',
    on: 'repository',
    access: write,
    handle(call) {
      const known = ownOne(call);
      call.repository.rulesets = own(call).filter(other => other !== known);
      return { status: 204 };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
    on: 'repository',
    handle(call) {
      const rules = activeRulesets({
        ...call,
        ref: `refs/heads/${call.params.branch}`,
      }).flatMap(({ ruleset, organisation }) =>
        ruleset.rules.map(rule => ({
          ...rule,
          ruleset_source_type: organisation ? 'Organization' : 'Repository',
          ruleset_source: organisation?.login ?? fullNameOf(call),
          ruleset_id: ruleset.id,
        })),
      );
      const { rows, total } = paginate({ call, rows: rules });
      return { body: rows, total };
    },
  },
];

function own({ repository }: RepositoryCall): Ruleset[] {
  return repository.rulesets as Ruleset[];
}

function ownOne(call: RepositoryCall): Ruleset {
  const found = own(call).find(
    ({ id }) => String(id) === call.params.ruleset_id,
  );
  if (!found) throw notFound();
  return found;
}

/** With those of the organisation, unless `includes_parents=false`; only of the kinds that `targets` names. */
function wanted(call: RepositoryCall): SourcedRuleset[] {
  const targets = call.query.get('targets')?.split(',');
  return rulesetsFor({
    ...call,
    parents: call.query.get('includes_parents') !== 'false',
  }).filter(({ ruleset }) => !targets || targets.includes(ruleset.target));
}

function present(
  call: RepositoryCall,
  row: { ruleset: Ruleset; organisation?: SourcedRuleset['organisation'] },
  options: { inList?: boolean } = {},
) {
  const { ruleset, organisation } = row;
  return presentRuleset({
    urls: call.urls,
    ruleset,
    source: organisation ? { organisation } : { fullName: fullNameOf(call) },
    editable: mayEdit(call),
    ...options,
  });
}

function mayEdit({ sandbox, viewer, repository }: RepositoryCall): boolean {
  const isGranted = includesLevel({
    granted: grantedPermissions({ sandbox, viewer, repository }),
    needed: { name: 'administration', level: 'write' },
  });
  return (
    isGranted &&
    (viewer.kind !== 'user' ||
      includesRole({
        role: roleOf({ sandbox, user: viewer.user, repository }),
        needed: 'admin',
      }))
  );
}
