import type { Entity } from '@backstage/catalog-model';
import {
  AppRootElementBlueprint,
  createFrontendPlugin,
  identityApiRef,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { useLocation } from 'react-router-dom';
import { activityApiRef, type ActivityApi } from '../activity/api/ActivityApi';
import { repositoryFixture } from '../../dev/buildsFixture';

function Where() {
  const { pathname, search } = useLocation();
  return <div data-testid="where">{`${pathname}${search}`}</div>;
}

/** Shows the address, which jsdom does not. */
const where = AppRootElementBlueprint.make({
  name: 'where',
  params: { element: <Where /> },
});

/** The component shop, which names its repository. */
export const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    namespace: 'default',
    annotations: { 'github.com/project-slug': 'acme/shop' },
  },
};

/** The person who looks, whose User entity names their login. */
export const lena: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'lena',
    namespace: 'default',
    annotations: { 'github.com/user-login': 'lena-fischer' },
  },
  spec: { profile: { displayName: 'Lena Fischer' } },
};

/** Renders extensions of the plugin on the page of an entity. What the test does not give must not be asked. */
export function renderActivity(options: {
  extensions: ExtensionDefinition<any>[];
  entity?: Entity;
  /** With a `?` in front. */
  search?: string;
  api?: Partial<ActivityApi>;
}) {
  const { extensions, entity = shop, search = '', api = {} } = options;
  const activityApi = new Proxy(
    {
      repository: async () => ({
        state: 'found' as const,
        repository: repositoryFixture(),
      }),
      ...api,
    } as ActivityApi,
    {
      get: (target, name: keyof ActivityApi) =>
        target[name] ??
        (async () => {
          throw new Error(`The test does not expect a call of ${name}.`);
        }),
    },
  );
  return renderTestApp({
    features: [createFrontendPlugin({ pluginId: 'github', extensions })],
    extensions: [where, createTestEntityPage({ entity })],
    initialRouteEntries: [`/${search}`],
    apis: [
      [activityApiRef, activityApi],
      [catalogApiRef, catalogApiMock({ entities: [entity, lena] })],
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => ({
            type: 'user' as const,
            userEntityRef: 'user:default/lena',
            ownershipEntityRefs: ['user:default/lena'],
          }),
          getProfileInfo: async () => ({}),
          getCredentials: async () => ({}),
          signOut: async () => {},
        },
      ],
    ],
  });
}
