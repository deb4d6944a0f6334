import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type { CatalogLink } from '../catalog/CatalogLink';
import type { CatalogLocation } from '../catalog/locationsInCatalog';
import type { EntitiesOf } from '../catalog/EntitiesOf';
import type { GithubSettings } from '../config/GithubSettings';
import type { GithubRepositories } from '../github/GithubRepositories';
import type { People } from '../people/People';
import type { MirrorStore } from '../store/MirrorStore';

/** What all parts of the mirror work with. */
export interface MirrorContext {
  settings: GithubSettings;
  repositories: GithubRepositories;
  entitiesOf: EntitiesOf;
  /** Teams that may write to each repository of an owner, by the repository's name, best first. Only asked where inference is on. */
  teamsOf?: (options: {
    host: string;
    owner: string;
  }) => Promise<Map<string, { slug: string; permission: string }[]>>;
  /** Is told what looks at repositories say of people. Without it they are not asked about. */
  people?: Pick<People, 'noticed'>;
  /** Who may be named as an owner. Without it everybody may. */
  owners?: Pick<People, 'lacks' | 'ownersVersion'>;
  /** Version of `owners` by which the owners of an organisation, as `HOST/LOGIN`, were last inferred. */
  ownersSettled: Map<string, string>;
  /** Whether the catalog has any of these entities; it may have lost them all, with its database. */
  catalogHasAny?: (entityRefs: string[]) => Promise<boolean>;
  /** What the catalog has from providers that give what GitHub lists, at any host. Rejects where the catalog does not say. */
  catalogLocations: () => Promise<CatalogLocation[]>;
  store: MirrorStore;
  link: CatalogLink;
  github: Pick<GithubService, 'credentials' | 'client'>;
  logger: LoggerService;
  now: () => Date;
  random: () => number;
  /** Names this process in leases. */
  holder: string;
  /** Organisations, as `HOST/LOGIN`, of which this process has looked whether the catalog still has what it was given. */
  checked: Set<string>;
  /** One at a time for each owner, in this process: what is known must not change between reading and writing it. */
  exclusively<T>(
    options: { host: string; owner: string },
    work: () => Promise<T>,
  ): Promise<T>;
}
