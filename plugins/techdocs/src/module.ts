import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { docsExtensions } from './docsExtensions';

/** Docs that show how far their first build is, and diagrams. Goes beside the TechDocs plugin. */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: docsExtensions,
});
