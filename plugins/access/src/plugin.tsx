import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiKey2Line } from '@remixicon/react';
import { createKeysClient } from './keys/api/createKeysClient';
import { keysApiRef } from './keys/api/KeysApi';
import { createPermissionsClient } from './permissions/api/createPermissionsClient';
import { permissionsApiRef } from './permissions/api/PermissionsApi';
import { createOrganisationsClient } from './organisations/api/createOrganisationsClient';
import { organisationsApiRef } from './organisations/api/OrganisationsApi';
import { rootRouteRef } from './routes';
import { createSessionsClient } from './sessions/api/createSessionsClient';
import { sessionsApiRef } from './sessions/api/SessionsApi';
import { createSignInsClient } from './signIns/api/createSignInsClient';
import { signInsApiRef } from './signIns/api/SignInsApi';
import { SsoNotice } from './signIns/SsoNotice';

const keysApi = ApiBlueprint.make({
  name: 'keys',
  params: defineParams =>
    defineParams({
      api: keysApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createKeysClient,
    }),
});

const permissionsApi = ApiBlueprint.make({
  name: 'permissions',
  params: defineParams =>
    defineParams({
      api: permissionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createPermissionsClient,
    }),
});

const organisationsApi = ApiBlueprint.make({
  name: 'organisations',
  params: defineParams =>
    defineParams({
      api: organisationsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createOrganisationsClient,
    }),
});

const sessionsApi = ApiBlueprint.make({
  name: 'sessions',
  params: defineParams =>
    defineParams({
      api: sessionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createSessionsClient,
    }),
});

const signInsApi = ApiBlueprint.make({
  name: 'sign-ins',
  params: defineParams =>
    defineParams({
      api: signInsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createSignInsClient,
    }),
});

const ssoNotice = AppRootElementBlueprint.make({
  name: 'single-sign-on',
  params: { element: <SsoNotice /> },
});

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
  extensions: [
    keysApi,
    permissionsApi,
    organisationsApi,
    sessionsApi,
    signInsApi,
    ssoNotice,
    page,
  ],
});
