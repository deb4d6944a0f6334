import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiPlugLine } from '@remixicon/react';
import { connectionsApiRef } from './api/ConnectionsApi';
import { ConnectionsClient } from './api/ConnectionsClient';
import { createMirrorClient } from './api/createMirrorClient';
import { mirrorApiRef } from './api/MirrorApi';
import { rootRouteRef } from './routes';

const connectionsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: connectionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ConnectionsClient(deps),
    }),
});

const mirrorApi = ApiBlueprint.make({
  name: 'mirror',
  params: defineParams =>
    defineParams({
      api: mirrorApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createMirrorClient,
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/connections',
    title: 'Connections',
    icon: <RiPlugLine />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./page/ConnectionsPage').then(m => <m.ConnectionsPage />),
  },
});

/** What the portal is connected to, as whom, and what to mend. For operators. */
export const connectionsPlugin = createFrontendPlugin({
  pluginId: 'connections',
  title: 'Connections',
  icon: <RiPlugLine />,
  routes: { root: rootRouteRef },
  extensions: [connectionsApi, mirrorApi, page],
});
