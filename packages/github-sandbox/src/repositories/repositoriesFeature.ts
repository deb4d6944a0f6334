import type { Feature } from '../Feature';
import { mountArchives } from './archives/mountArchives';
import { mountRaw } from './raw/mountRaw';
import { repositoryRoutes } from './routes';

/** Repositories and their content. */
export const repositoriesFeature: Feature = {
  name: 'repositories',
  routes: repositoryRoutes,
  mount(options) {
    mountRaw(options);
    mountArchives(options);
  },
};
