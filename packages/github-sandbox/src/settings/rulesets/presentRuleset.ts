import { nodeId } from '../../core/nodeId';
import type { Organisation } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import type { Ruleset } from './Ruleset';

/** GitHub's `repository-ruleset`. In lists, rules, conditions and who may bypass are left out. */
export function presentRuleset(options: {
  urls: Urls;
  ruleset: Ruleset;
  source: { organisation: Organisation } | { fullName: string };
  inList?: boolean;
  /** Whether the viewer may change it, and so sees who may bypass it. */
  editable?: boolean;
}) {
  const { urls, ruleset, source, inList, editable } = options;
  const ofOrganisation = 'organisation' in source;
  const name = ofOrganisation ? source.organisation.login : source.fullName;
  const path = ofOrganisation ? `orgs/${name}` : `repos/${name}`;
  const page = ofOrganisation
    ? `${urls.html}/organizations/${name}/settings/rules/${ruleset.id}`
    : `${urls.html}/${name}/rules/${ruleset.id}`;
  const { bypass_actors, conditions, rules, ...summary } = ruleset;
  return {
    ...summary,
    source_type: ofOrganisation ? 'Organization' : 'Repository',
    source: name,
    node_id: nodeId({ type: 'RepositoryRuleset', id: ruleset.id }),
    _links: {
      self: { href: `${urls.api}/${path}/rulesets/${ruleset.id}` },
      html: { href: page },
    },
    ...(!inList && {
      conditions,
      rules,
      ...(editable && { bypass_actors }),
      current_user_can_bypass: 'never',
    }),
  };
}
