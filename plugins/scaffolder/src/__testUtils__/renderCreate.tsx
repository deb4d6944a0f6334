import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  AppRootElementBlueprint,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useLocation } from 'react-router-dom';
import { runsApiRef } from '../api/RunsApi';
import { templateCardModule } from '../cards/templateCardModule';
import { scaffolderModule } from '../scaffolderModule';
import type { TestBackend } from './createBackend';

function Where() {
  const { pathname, search, state } = useLocation();
  return (
    <>
      <div data-testid="where">{`${pathname}${search}`}</div>
      <div data-testid="router-state">{JSON.stringify(state)}</div>
    </>
  );
}

/** Shows the address and the router's state, which jsdom does not. */
const where = AppRootElementBlueprint.make({
  name: 'where',
  params: { element: <Where /> },
});

/** As the catalog's own, for refs alone. */
function presentation(entity: Entity | string) {
  const entityRef =
    typeof entity === 'string' ? entity : stringifyEntityRef(entity);
  const snapshot = { entityRef, primaryTitle: entityRef };
  return { snapshot, promise: Promise.resolve(snapshot) };
}

/** Renders the pages below Create in an app of stock's plugin and this module. */
export function renderCreate(options: {
  path: string;
  backend: TestBackend;
  entities?: Entity[];
  extensions?: ExtensionDefinition[];
}) {
  const { path, backend, entities = [], extensions = [] } = options;
  return renderTestApp({
    features: [scaffolderPlugin, scaffolderModule, templateCardModule],
    extensions: [where, ...extensions],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [scaffolderApiRef, backend.api],
      [runsApiRef, backend.runs],
      [catalogApiRef, catalogApiMock({ entities })],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      [entityPresentationApiRef, { forEntity: presentation }],
    ] as never,
  });
}
