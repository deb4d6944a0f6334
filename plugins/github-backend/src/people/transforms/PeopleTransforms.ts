import type { Entity } from '@backstage/catalog-model';
import type { Octokit } from 'octokit';

/** What transformers are given beside the item, in the shape of stock's module. */
export interface TransformContext {
  /** Asks GitHub with the credential of the organisation. */
  client: Octokit['graphql'];
  /** What was asked to find the item. */
  query: string;
  org: string;
}

/** A person, in the shape of stock's module. */
export interface TransformedUser {
  login: string;
  id?: string;
  bio?: string;
  avatarUrl?: string;
  email?: string;
  name?: string;
  organizationVerifiedDomainEmails?: string[];
  suspendedAt?: string;
}

/** A team, in the shape of stock's module. */
export interface TransformedTeam {
  slug: string;
  combinedSlug: string;
  name?: string;
  description?: string;
  avatarUrl?: string;
  editTeamUrl?: string;
  parentTeam?: TransformedTeam;
  members: TransformedUser[];
}

/** Makes an entity of a person; undefined leaves the person out. */
export type UserTransformer = (
  item: TransformedUser,
  context: TransformContext,
) => Promise<Entity | undefined>;

/** Makes an entity of a team; undefined leaves the team out. */
export type TeamTransformer = (
  item: TransformedTeam,
  context: TransformContext,
) => Promise<Entity | undefined>;

/** Where modules say how people and teams become entities. */
export interface PeopleTransforms {
  /** Instead of the default; an error where it has been set before. */
  setUserTransformer(transformer: UserTransformer): void;
  /** Instead of the default; an error where it has been set before. */
  setTeamTransformer(transformer: TeamTransformer): void;
}
