import { stringifyEntityRef } from '@backstage/catalog-model';
import type { GithubSettings } from '../config/GithubSettings';

/**
 * The reference of a team's group. Where people of several organisations are mirrored, groups have the organisation's namespace, as in
 * stock.
 */
export function teamRef(options: {
  host: string;
  organisation: string;
  slug: string;
  settings: Pick<GithubSettings, 'people'>;
}): string {
  const { host, organisation, slug, settings } = options;
  const login = organisation.toLowerCase();
  const source = settings.people.find(
    people =>
      people.host === host &&
      (!people.orgs || people.orgs.some(org => org.toLowerCase() === login)),
  );
  const namespace =
    source && !source.alwaysUseDefaultNamespace ? login : 'default';
  return stringifyEntityRef({ kind: 'group', namespace, name: slug });
}
