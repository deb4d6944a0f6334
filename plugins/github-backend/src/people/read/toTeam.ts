import type { Team } from '../Team';

/** What GraphQL gives for the fragment `team`. */
export interface TeamNode {
  id: string;
  slug: string;
  combinedSlug: string;
  name?: string | null;
  description?: string | null;
  avatarUrl?: string | null;
  editTeamUrl?: string | null;
  parentTeam?: { id: string; slug: string } | null;
}

/** Without what is empty, so that two reads of the same team are the same text. */
export function toTeam(options: { node: TeamNode; members: string[] }): Team {
  const { node, members } = options;
  const { id, slug, combinedSlug, name, description, avatarUrl } = node;
  const { editTeamUrl, parentTeam } = node;
  return {
    id,
    slug,
    combinedSlug,
    ...(name && { name }),
    ...(description && { description }),
    ...(avatarUrl && { avatarUrl }),
    ...(editTeamUrl && { editTeamUrl }),
    ...(parentTeam && {
      parent: { id: parentTeam.id, slug: parentTeam.slug },
    }),
    members,
  };
}
