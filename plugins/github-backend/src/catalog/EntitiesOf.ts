import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type {
  GithubSettings,
  RepositorySource,
} from '../config/GithubSettings';
import type { Lacks } from '../people/owners/Lacks';
import type { KnownRepository } from '../store/MirrorView';

/**
 * What a repository is in the catalog: `Location` entities as stock's provider makes them, and where it has no descriptor and inference is
 * on, an inferred `Component` instead. None where the source's filters leave it out. Pure.
 */
export type EntitiesOf = (options: {
  source: RepositorySource;
  repository: KnownRepository;
  settings: GithubSettings;
  /** Teams that may write, best first; undefined where nobody asked. */
  teams?: { slug: string; permission: string }[];
  /** Whom CODEOWNERS names and GitHub does not have. */
  lacks?: Lacks;
  /**
   * Whether another repository has been given the entity `component:default/NAME` of this one's plain name (`inferred/inferredName`): the
   * inferred entity's name then begins with the owner's. @defaultValue false
   */
  nameTaken?: boolean;
}) => DeferredEntity[];
