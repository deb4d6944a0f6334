import type { Entity } from '@backstage/catalog-model';
import type { RepositoryRead } from '../../github/RepositoryRead';

/** What can be made of a repository without a descriptor. */
export type Inference =
  | {
      outcome: 'inferred';
      entity: Entity;
      /** What could not be found out, in words. */
      missing: string[];
    }
  /** `reason` is for people: `it is archived`. */
  | { outcome: 'left-out'; reason: string };

/** Makes an entity of what GitHub knows. Pure. */
export type Infer = (options: {
  host: string;
  repository: RepositoryRead;
  /** Teams that may write, best first. */
  teams?: { slug: string; permission: string }[];
}) => Inference;

/** The teams with access to an organisation's repositories, by the repository's name. */
export type TeamsOf = (options: {
  host: string;
  owner: string;
}) => Promise<Map<string, { slug: string; permission: string }[]>>;
