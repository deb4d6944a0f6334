import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogApiExtension } from './catalog/catalogApiExtension';

/** Makes every page that asks the catalog for users and groups show their pictures from the portal. */
export const avatarsModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogApiExtension],
});
