import {
  createFrontendModule,
  identityApiRef,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { VisitsStorageApi, visitsApiRef } from '@backstage/plugin-home';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import homePlugin from '@backstage/plugin-home/alpha';

const layout = HomePageLayoutBlueprint.make({
  name: 'callboard',
  params: {
    loader: () => import('./layout/HomePage').then(m => m.HomePage),
  },
});

/** The page moves from `/home` to `/`; `app.extensions` can still give it another path. */
const page = homePlugin.getExtension('page:home').override({
  *factory(originalFactory, { config }) {
    yield* originalFactory({ config: { ...config, path: config.path ?? '/' } });
  },
});

/** As in stock, but the home page itself is no visit: nobody needs to be led to where they are. */
const visitsApi = homePlugin.getExtension('api:home/visits').override({
  disabled: false,
  params: defineParams =>
    defineParams({
      api: visitsApiRef,
      deps: { storageApi: storageApiRef, identityApi: identityApiRef },
      factory: ({ storageApi, identityApi }) =>
        VisitsStorageApi.create({
          storageApi,
          identityApi,
          canSave: ({ pathname }) => pathname !== '/',
        }),
    }),
});
const visitListener = homePlugin
  .getExtension('app-root-element:home/visit-listener')
  .override({ disabled: false });

/**
 * Stock widgets that repeat what the layout shows, or that ask another host (the joke). `app.extensions` brings each back.
 */
const stockWidgets = [
  homePlugin.getExtension('home-page-widget:home/starred-entities'),
  homePlugin.getExtension('home-page-widget:home/recently-visited'),
  homePlugin.getExtension('home-page-widget:home/most-visited'),
  homePlugin.getExtension('home-page-widget:home/random-joke'),
  homePlugin.getExtension('home-page-widget:home/toolkit'),
  homePlugin.getExtension('home-page-widget:home/world-clock'),
].map(widget => widget.override({ disabled: true }));

/**
 * Turns the stock home plugin into Callboard's home page: its layout, at `/`, with visits remembered.
 * Widgets that other plugins attach to `page:home` appear in it.
 */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, page, visitsApi, visitListener, ...stockWidgets],
});
