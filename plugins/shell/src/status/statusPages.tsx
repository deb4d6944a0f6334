import {
  ErrorDisplay,
  NotFoundErrorPage,
  Progress,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { ErrorPage } from './ErrorPage';
import { LoadingPage } from './LoadingPage';
import { NotFoundPage } from './NotFoundPage';

/** What stands where a page cannot: not found, failed, not there yet. */
export const statusPages = [
  SwappableComponentBlueprint.make({
    name: 'core-not-found-error-page',
    params: define =>
      define({ component: NotFoundErrorPage, loader: () => NotFoundPage }),
  }),
  SwappableComponentBlueprint.make({
    name: 'core-error-display',
    params: define =>
      define({ component: ErrorDisplay, loader: () => ErrorPage }),
  }),
  SwappableComponentBlueprint.make({
    name: 'core-progress',
    params: define =>
      define({ component: Progress, loader: () => LoadingPage }),
  }),
];
