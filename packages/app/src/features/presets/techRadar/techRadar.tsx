import { techRadarApiRef } from '@backstage-community/plugin-tech-radar';
import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RadarIcon } from './RadarIcon';
import { TechRadarClient } from './TechRadarClient';

const rootRouteRef = createRouteRef();

const page = PageBlueprint.make({
  params: {
    path: '/tech-radar',
    title: 'Tech radar',
    icon: <RadarIcon />,
    routeRef: rootRouteRef,
    loader: () => import('./TechRadarPage').then(m => <m.TechRadarPage />),
  },
});

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: techRadarApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new TechRadarClient(deps),
    }),
});

/**
 * The package's own entry for the new frontend system cannot be loaded with this release, and in place of a radar that it cannot read
 * it shows an invented one.
 */
export default createFrontendPlugin({
  pluginId: 'tech-radar',
  title: 'Tech radar',
  icon: <RadarIcon />,
  routes: { root: rootRouteRef },
  extensions: [page, api],
});
