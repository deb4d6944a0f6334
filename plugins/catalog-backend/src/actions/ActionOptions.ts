import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogModel } from '@backstage/catalog-model/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What the actions work with. They ask the catalog with the credentials of their caller. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  catalog: CatalogService;
  /** The model that modules have put together; the default one when absent. */
  model?: CatalogModel;
  /**
   * Whether the action that queries leaves the description of the model to the one that describes it,
   * `catalog.actions.experimentalCatalogLayersDescriptions.enabled`.
   */
  leaveModelToItsAction: boolean;
};
