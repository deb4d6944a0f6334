import { createFrontendModule } from '@backstage/frontend-plugin-api';
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

const visitsApi = homePlugin
  .getExtension('api:home/visits')
  .override({ disabled: false });
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
