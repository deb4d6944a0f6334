import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { EntityHeaderLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { overviewFirst } from './overviewFirst';

/** One compact line above an entity's tabs, and in its overview first what changes. */
export const entityHeaderModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    EntityHeaderLayoutBlueprint.make({
      params: {
        loader: () => import('./EntityHeader').then(m => m.EntityHeader),
      },
    }),
    overviewFirst,
  ],
});
