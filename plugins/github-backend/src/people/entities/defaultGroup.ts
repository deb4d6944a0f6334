import {
  ANNOTATION_EDIT_URL,
  DEFAULT_NAMESPACE,
  type GroupEntity,
} from '@backstage/catalog-model';
import type { TransformedTeam } from '../transforms/PeopleTransforms';
import { TEAM_SLUG } from './annotations';

/** The group that stock makes of a team. `namespace` where there may be several organisations. */
export function defaultGroup(options: {
  item: TransformedTeam;
  namespace?: string;
}): GroupEntity {
  const { item, namespace } = options;
  const { slug, combinedSlug, name, description, avatarUrl } = item;
  const { editTeamUrl, parentTeam, members } = item;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      ...(namespace && { namespace }),
      name: slug,
      annotations: {
        [TEAM_SLUG]: combinedSlug,
        ...(editTeamUrl && { [ANNOTATION_EDIT_URL]: editTeamUrl }),
      },
      ...(description && { description }),
    },
    spec: {
      type: 'team',
      profile: {
        ...(name && { displayName: name }),
        ...(avatarUrl && { picture: avatarUrl }),
      },
      children: [],
      ...(parentTeam && { parent: parentTeam.slug }),
      members: members.map(({ login }) => `${DEFAULT_NAMESPACE}/${login}`),
    },
  };
}
