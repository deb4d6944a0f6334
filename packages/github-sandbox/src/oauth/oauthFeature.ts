import { mountAppsPages } from '../apps/pages/mountAppsPages';
import type { Feature } from '../Feature';
import { mountTokens } from '../tokens/mountTokens';
import { applicationRoutes } from './applications/applicationRoutes';
import { mountAuthorize } from './authorize/mountAuthorize';
import { mountDevice } from './device/mountDevice';
import { mountLogin } from './session/mountLogin';
import { mountToken } from './token/mountToken';

/** How people and applications sign in: the web flow, the device flow, and what applications and people do with their tokens and Apps. */
export const oauthFeature: Feature = {
  name: 'oauth',
  routes: applicationRoutes,
  // All pages with names of their own are here, before those of repositories: `/apps/portal` could be one.
  mount(options) {
    mountAuthorize(options);
    mountToken(options);
    mountDevice(options);
    mountLogin(options);
    mountTokens(options);
    mountAppsPages(options);
  },
};
