import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { OrganisationCall, Route } from '../../http/Route';
import { presentRuleset } from './presentRuleset';
import { readRuleset } from './readRuleset';
import type { Ruleset } from './Ruleset';

const access = {
  permission: { name: 'organization_administration', level: 'write' as const },
  organisation: 'admin' as const,
  scopes: ['admin:org'],
};

/** https://docs.github.com/rest/orgs/rules */
export const organisationRulesetRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/rulesets',
    on: 'organisation',
    access,
    handle(call) {
      const { rows, total } = paginate({ call, rows: own(call) });
      return {
        body: rows.map(ruleset => present(call, ruleset, { inList: true })),
        total,
      };
    },
  },
  {
    route: 'POST /orgs/{org}/rulesets',
    on: 'organisation',
    access,
    handle(call) {
      const ruleset = readRuleset({ ...call, others: own(call) });
      call.organisation.rulesets = [...own(call), ruleset];
      return { status: 201, body: present(call, ruleset) };
    },
  },
  {
    route: 'GET /orgs/{org}/rulesets/{ruleset_id}',
    on: 'organisation',
    access,
    handle: call => ({ body: present(call, one(call)) }),
  },
  {
    route: 'PUT /orgs/{org}/rulesets/{ruleset_id}',
    on: 'organisation',
    access,
    handle(call) {
      const known = one(call);
      const others = own(call).filter(other => other !== known);
      Object.assign(known, readRuleset({ ...call, known, others }));
      return { body: present(call, known) };
    },
  },
  {
    route: 'DELETE /orgs/{org}/rulesets/{ruleset_id}',
    on: 'organisation',
    access,
    handle(call) {
      const known = one(call);
      call.organisation.rulesets = own(call).filter(other => other !== known);
      return { status: 204 };
    },
  },
];

function own({ organisation }: OrganisationCall): Ruleset[] {
  return (organisation.rulesets ?? []) as Ruleset[];
}

function one(call: OrganisationCall): Ruleset {
  const found = own(call).find(
    ({ id }) => String(id) === call.params.ruleset_id,
  );
  if (!found) throw notFound();
  return found;
}

function present(
  { urls, organisation }: OrganisationCall,
  ruleset: Ruleset,
  options: { inList?: boolean } = {},
) {
  return presentRuleset({
    urls,
    ruleset,
    source: { organisation },
    editable: true,
    ...options,
  });
}
