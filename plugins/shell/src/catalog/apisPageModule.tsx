import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';

/** The list of APIs, in place of the stock one: the catalog's list for this one kind. */
export const apisPageModule = createFrontendModule({
  pluginId: 'api-docs',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/api-docs',
        routeRef: apiDocsPlugin.routes.root,
        title: 'APIs',
        loader: () => import('./catalogPageParts').then(m => <m.ApisPage />),
      },
    }),
  ],
});
