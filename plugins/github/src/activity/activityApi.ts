import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { activityApiRef } from './api/ActivityApi';
import { ActivityClient } from './api/ActivityClient';

/** What tabs and cards ask; an extension `api:github/activity` of an app takes its place. */
export const activityApi = ApiBlueprint.make({
  name: 'activity',
  params: defineParams =>
    defineParams({
      api: activityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ActivityClient(deps),
    }),
});
