/** A team of an organisation. */
export interface Team {
  /** GraphQL's node id; it survives a change of the name. */
  id: string;
  slug: string;
  /** `acme/web` */
  combinedSlug: string;
  name?: string;
  description?: string;
  avatarUrl?: string;
  editTeamUrl?: string;
  /** The slug is what it was when the team was read. */
  parent?: { id: string; slug: string };
  /** Logins of those who are in the team itself, not only in teams below it. */
  members: string[];
}
