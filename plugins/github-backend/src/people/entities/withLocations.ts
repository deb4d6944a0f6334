import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { TEAM_SLUG, USER_LOGIN } from './annotations';

/** Says where an entity comes from, as stock does: the page of the person or team. What a transformer has set stays. */
export function withLocations(options: {
  host: string;
  entity: Entity;
}): Entity {
  const { host, entity } = options;
  const { name, annotations } = entity.metadata;
  const page =
    entity.kind === 'Group'
      ? teamPage(entity)
      : annotations?.[USER_LOGIN] || name;
  const location = `url:https://${host}/${page}`;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        ...annotations,
      },
    },
  };
}

function teamPage({ metadata }: Entity): string {
  const slug = metadata.annotations?.[TEAM_SLUG];
  if (!slug) return `orgs/${metadata.namespace}/teams/${metadata.name}`;
  const [organisation, team, ...more] = slug.split('/');
  if (!team || more.length > 0) {
    throw new InputError(
      `The annotation ${TEAM_SLUG} of the group ${metadata.name} is "${slug}", and must be <organisation>/<team>; look at the transformer that has set it`,
    );
  }
  return `orgs/${organisation}/teams/${team}`;
}
