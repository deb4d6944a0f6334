import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { EntityHeaderLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** One compact line above an entity's tabs. */
export const entityHeaderModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    EntityHeaderLayoutBlueprint.make({
      params: {
        loader: () => import('./EntityHeader').then(m => m.EntityHeader),
      },
    }),
  ],
});
