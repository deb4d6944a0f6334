import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiKey2Line } from '@remixicon/react';
import { rootRouteRef } from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/access',
    title: 'Access',
    icon: <RiKey2Line />,
    routeRef: rootRouteRef,
    loader: () => import('./page/AccessPage').then(m => <m.AccessPage />),
  },
});

/** Who gets in and with what, and why something is allowed or not. For operators. */
export const accessPlugin = createFrontendPlugin({
  pluginId: 'access',
  title: 'Access',
  icon: <RiKey2Line />,
  routes: { root: rootRouteRef },
  extensions: [page],
});
