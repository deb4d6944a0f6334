import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type { MirrorView } from '../store/MirrorView';

/**
 * Where the modules of the catalog and the plugin `github` meet: both run in one process, and neither may wait for the other to start.
 * Root scoped.
 */
export interface CatalogLink {
  /** For the module: what the catalog gave to the provider of this name. */
  connected(options: {
    providerName: string;
    connection: EntityProviderConnection;
  }): void;
  /** For the plugin: resolves once the catalog has connected the provider. */
  connectionOf(options: {
    providerName: string;
  }): Promise<EntityProviderConnection>;
  /** For the plugin: what processors read from. */
  serve(view: MirrorView): void;
  /** For processors: undefined until the plugin has opened its database. */
  view(): MirrorView | undefined;
}
