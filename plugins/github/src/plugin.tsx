import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiGitRepositoryLine } from '@remixicon/react';
import { githubApiRef } from './api/GithubApi';
import { GithubClient } from './api/GithubClient';
import { entitySourceCard } from './entity/entitySourceCard';
import { rootRouteRef } from './routes';

const githubApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: githubApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GithubClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/github/import',
    title: 'Import repositories',
    icon: <RiGitRepositoryLine />,
    routeRef: rootRouteRef,
    loader: () => import('./import/ImportPage').then(m => <m.ImportPage />),
  },
});

/** Where entities come from, and the page that brings the repositories of an organisation into the catalog. For operators. */
export const githubPlugin = createFrontendPlugin({
  pluginId: 'github',
  title: 'Import repositories',
  icon: <RiGitRepositoryLine />,
  routes: { root: rootRouteRef },
  extensions: [githubApi, page, entitySourceCard],
});
