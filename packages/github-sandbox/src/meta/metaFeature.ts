import type { Feature } from '../Feature';
import { answerRoute } from '../http/answerRoute';
import { mountAvatars } from './avatars/mountAvatars';
import { metaRoutes, rootRoute } from './metaRoutes';

/** What GitHub says of itself, and the pictures of accounts. */
export const metaFeature: Feature = {
  name: 'meta',
  routes: metaRoutes,
  mount({ app, sandbox }) {
    mountAvatars({ app, sandbox });
    // Octokit's `GET /` ends with a slash, which the router tells apart from none.
    app.get('/api/v3/', context =>
      answerRoute({ sandbox, route: rootRoute, context }),
    );
  },
};
