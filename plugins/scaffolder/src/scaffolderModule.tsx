import {
  ApiBlueprint,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { runsApiRef } from './api/RunsApi';
import { RunsClient } from './api/RunsClient';
import { tasksSubPage } from './tasksSubPage';
import { templatesSubPage } from './templatesSubPage';

const runsApi = ApiBlueprint.make({
  name: 'callboard-runs',
  params: defineParams =>
    defineParams({
      api: runsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new RunsClient(deps),
    }),
});

/**
 * Callboard's pages in the stock scaffolder plugin: the page of a run and the form of a template. Addresses, routes, inputs and
 * configuration stay stock's, so that links and plugins made for it still work.
 */
export const scaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [runsApi, tasksSubPage, templatesSubPage],
});
